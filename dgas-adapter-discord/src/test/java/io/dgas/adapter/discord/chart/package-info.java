/** The chart of a signal: its pixels, its words and its letters. */
@NullMarked
package io.dgas.adapter.discord.chart;

import org.jspecify.annotations.NullMarked;
