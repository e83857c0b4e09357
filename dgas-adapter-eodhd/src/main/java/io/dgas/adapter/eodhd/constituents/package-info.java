/** Reads saved pages that list the constituents of an index, wholly or not at all. */
@NullMarked
package io.dgas.adapter.eodhd.constituents;

import org.jspecify.annotations.NullMarked;
