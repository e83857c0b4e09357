/** Puts the parts together, each when first asked for. */
@NullMarked
package io.dgas.app.wiring;

import org.jspecify.annotations.NullMarked;
