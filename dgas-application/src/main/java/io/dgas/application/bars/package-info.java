/** Getting recorded bars and corporate actions in, and looking at what is stored. */
@NullMarked
package io.dgas.application.bars;

import org.jspecify.annotations.NullMarked;
