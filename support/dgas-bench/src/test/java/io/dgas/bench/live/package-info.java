/** What is measured of live trades is the same work. */
@NullMarked
package io.dgas.bench.live;

import org.jspecify.annotations.NullMarked;
