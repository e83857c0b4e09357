/** The chart of a signal, drawn in memory. */
@NullMarked
package io.dgas.adapter.discord.chart;

import org.jspecify.annotations.NullMarked;
