/** The five types of trading: the state of a market after each close, by its closes against the displaced dot. */
@NullMarked
package io.dgas.domain.state;

import org.jspecify.annotations.NullMarked;
