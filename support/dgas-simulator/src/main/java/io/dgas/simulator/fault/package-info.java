/** What can go wrong, how it is ordered, and when it strikes. */
@NullMarked
package io.dgas.simulator.fault;

import org.jspecify.annotations.NullMarked;
