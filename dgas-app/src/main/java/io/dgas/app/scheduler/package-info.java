/** The scheduler: runs a prediction cycle at each tick, and has what was announced delivered. */
@NullMarked
package io.dgas.app.scheduler;

import org.jspecify.annotations.NullMarked;
