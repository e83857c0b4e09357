/** Reads the record of prediction cycles. */
@NullMarked
package io.dgas.application.cycle;

import org.jspecify.annotations.NullMarked;
