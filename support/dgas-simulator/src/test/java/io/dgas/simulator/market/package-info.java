/** The market. */
@NullMarked
package io.dgas.simulator.market;

import org.jspecify.annotations.NullMarked;
