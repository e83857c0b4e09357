/** {@code dgas predict} and {@code dgas report}: decisions with their evidence, and the signals stored. */
@NullMarked
package io.dgas.app.prediction;

import org.jspecify.annotations.NullMarked;
