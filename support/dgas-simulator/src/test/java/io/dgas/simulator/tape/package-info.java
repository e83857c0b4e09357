/** The trades. */
@NullMarked
package io.dgas.simulator.tape;

import org.jspecify.annotations.NullMarked;
