/** {@code dgas status}: the whole system on one screen. */
@NullMarked
package io.dgas.app.status;

import org.jspecify.annotations.NullMarked;
