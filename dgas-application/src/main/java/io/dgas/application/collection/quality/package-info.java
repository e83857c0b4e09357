/** How whole and how good the collected bars of a universe are. */
@NullMarked
package io.dgas.application.collection.quality;

import org.jspecify.annotations.NullMarked;
