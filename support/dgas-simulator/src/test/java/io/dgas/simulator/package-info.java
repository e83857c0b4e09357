/** The simulator, asked over real HTTP. */
@NullMarked
package io.dgas.simulator;

import org.jspecify.annotations.NullMarked;
