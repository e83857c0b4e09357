/** Tests of what every simulator has. */
@NullMarked
package io.dgas.simulator.steering;

import org.jspecify.annotations.NullMarked;
