/** The page about one symbol: its chart, its projection, its decision and what its bars are worth, at any time. */
@NullMarked
package io.dgas.adapter.web.symbol;

import org.jspecify.annotations.NullMarked;
