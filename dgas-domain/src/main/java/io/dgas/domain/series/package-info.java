/** Computed columns, aligned index for index with the bars they came from, and the comparison of prices. */
@NullMarked
package io.dgas.domain.series;

import org.jspecify.annotations.NullMarked;
