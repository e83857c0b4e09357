/** What every simulator has: faults on order, a clock that is steered, and a program's start. */
@NullMarked
package io.dgas.simulator.steering;

import org.jspecify.annotations.NullMarked;
