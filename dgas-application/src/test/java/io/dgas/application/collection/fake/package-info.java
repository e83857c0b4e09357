/** Ports of collection in memory, for its tests. */
@NullMarked
package io.dgas.application.collection.fake;

import org.jspecify.annotations.NullMarked;
