/** Overnight jumps that no known action explains, watched as bars are stored. */
@NullMarked
package io.dgas.application.collection.jumps;

import org.jspecify.annotations.NullMarked;
