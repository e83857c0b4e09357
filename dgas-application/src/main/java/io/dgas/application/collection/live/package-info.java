/** Collecting while the market is open: what comes, and what ought to come. */
@NullMarked
package io.dgas.application.collection.live;

import org.jspecify.annotations.NullMarked;
