/** Final bars, splits and dividends from the vendor's history, until the ledger is closed. */
@NullMarked
package io.dgas.application.collection.sweep;

import org.jspecify.annotations.NullMarked;
