/** Bars for tests and first trials, made from a seed or read where recorded bars are at hand. Knows nothing of our code. */
@NullMarked
package io.dgas.testkit.bars;

import org.jspecify.annotations.NullMarked;
