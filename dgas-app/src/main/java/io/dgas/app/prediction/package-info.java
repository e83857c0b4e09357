/** {@code dgas predict}, {@code explain} and {@code report}: decisions with their evidence, and the signals stored. */
@NullMarked
package io.dgas.app.prediction;

import org.jspecify.annotations.NullMarked;
