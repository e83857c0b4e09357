/** Bars of market hours: trades and quotes as they arrive, watched for silence, made into bars that close once. */
@NullMarked
package io.dgas.application.collection.live;

import org.jspecify.annotations.NullMarked;
