/** {@code dgas symbols}: the universe. */
@NullMarked
package io.dgas.app.symbols;

import org.jspecify.annotations.NullMarked;
