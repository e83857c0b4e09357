/** Guesses what a mistyped name was meant to be. */
@NullMarked
package io.dgas.app.suggestion;

import org.jspecify.annotations.NullMarked;
