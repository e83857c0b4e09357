/** Bars of market hours: trades and quotes as they arrive, made into bars that close once. */
@NullMarked
package io.dgas.application.collection.live;

import org.jspecify.annotations.NullMarked;
