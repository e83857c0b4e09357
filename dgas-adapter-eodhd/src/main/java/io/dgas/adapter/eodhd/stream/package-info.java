/** The live trades of EODHD over its WebSocket. */
@NullMarked
package io.dgas.adapter.eodhd.stream;

import org.jspecify.annotations.NullMarked;
