/** Recorded market data as files hold them, and how their rows become series of bars and lists of corporate actions. */
@NullMarked
package io.dgas.application.recorded;

import org.jspecify.annotations.NullMarked;
