/** Splits and dividends from the vendor: history on first sight of a symbol, then news of each session. */
@NullMarked
package io.dgas.application.collection.actions;

import org.jspecify.annotations.NullMarked;
