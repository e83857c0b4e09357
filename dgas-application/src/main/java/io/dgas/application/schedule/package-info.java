/** When prediction cycles run, on what, and what becomes of ticks that could not be served. */
@NullMarked
package io.dgas.application.schedule;

import org.jspecify.annotations.NullMarked;
