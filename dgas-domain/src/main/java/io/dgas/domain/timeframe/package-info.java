/** The multi-timeframe view: which higher bars were known at each trading bar, alignment, overlay and confluence areas. */
@NullMarked
package io.dgas.domain.timeframe;

import org.jspecify.annotations.NullMarked;
