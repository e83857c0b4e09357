/** Readers of the pages, many at once. */
@NullMarked
package io.dgas.bench.page;

import org.jspecify.annotations.NullMarked;
