/**
 * Levels, lines and areas of Drummond Geometry, each for a bar and made only of the bars completed before it; the
 * projection for the coming bar is always among them.
 */
@NullMarked
package io.dgas.domain.level;

import org.jspecify.annotations.NullMarked;
