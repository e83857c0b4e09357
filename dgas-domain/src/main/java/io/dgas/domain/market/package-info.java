/** What is traded and when: instruments, tick sizes, timeframes, sessions, the grid of bars and the calendar of the New York Stock Exchange. */
@NullMarked
package io.dgas.domain.market;

import org.jspecify.annotations.NullMarked;
