/** What is counted and measured of the work, from the trade to the message; docs/ops/metrics.md lists it. */
@NullMarked
package io.dgas.app.metrics;

import org.jspecify.annotations.NullMarked;
