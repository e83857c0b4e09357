/** One instrument as a chart shows it: its geometry, its signals, its decision, and what its bars are worth. */
@NullMarked
package io.dgas.application.port.in.chart;

import org.jspecify.annotations.NullMarked;
