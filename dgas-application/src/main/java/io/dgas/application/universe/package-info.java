/** Keeps the universe: who joins, who leaves, and what becomes of their symbols. */
@NullMarked
package io.dgas.application.universe;

import org.jspecify.annotations.NullMarked;
