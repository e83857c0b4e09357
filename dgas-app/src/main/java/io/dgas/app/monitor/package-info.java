/** {@code dgas monitor}: how prediction cycles went, beside what the settings promise. */
@NullMarked
package io.dgas.app.monitor;

import org.jspecify.annotations.NullMarked;
