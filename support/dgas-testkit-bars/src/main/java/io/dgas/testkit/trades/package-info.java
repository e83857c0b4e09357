/** Trades as the vendor's socket tells them, made from a seed, and a socket without a wire to tell them on. */
@NullMarked
package io.dgas.testkit.trades;

import org.jspecify.annotations.NullMarked;
