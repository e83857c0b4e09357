/** {@code dgas configure}: settings checked, shown and begun. */
@NullMarked
package io.dgas.app.configure;

import org.jspecify.annotations.NullMarked;
