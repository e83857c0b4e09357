/** The vendor's two renderings of rows. */
@NullMarked
package io.dgas.simulator.json;

import org.jspecify.annotations.NullMarked;
