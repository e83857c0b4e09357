/** What the calendar expects of the symbols, entered into the ledger. */
@NullMarked
package io.dgas.application.collection.coverage;

import org.jspecify.annotations.NullMarked;
