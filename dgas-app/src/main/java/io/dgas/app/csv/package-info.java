/** Reads recorded bars and corporate actions from CSV files. */
@NullMarked
package io.dgas.app.csv;

import org.jspecify.annotations.NullMarked;
