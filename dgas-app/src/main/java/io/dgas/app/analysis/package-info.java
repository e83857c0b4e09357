/** {@code dgas levels} and {@code dgas analyze}: the projection for the coming bar, states, patterns and areas. */
@NullMarked
package io.dgas.app.analysis;

import org.jspecify.annotations.NullMarked;
