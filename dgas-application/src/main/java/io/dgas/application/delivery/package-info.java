/** Telling people of signals exactly once, whatever fails on the way. */
@NullMarked
package io.dgas.application.delivery;

import org.jspecify.annotations.NullMarked;
