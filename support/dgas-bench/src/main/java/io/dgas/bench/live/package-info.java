/** Live trades from the bytes of their frames to stored bars, as the collection does it and beside readers of JSON. */
@NullMarked
package io.dgas.bench.live;

import org.jspecify.annotations.NullMarked;
