/** The program: the one place with a real clock, a command line and an exit. */
@NullMarked
package io.dgas.app;

import org.jspecify.annotations.NullMarked;
