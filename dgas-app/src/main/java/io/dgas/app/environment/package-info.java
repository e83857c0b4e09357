/** The place the program runs in: variables, working directory, data directory. */
@NullMarked
package io.dgas.app.environment;

import org.jspecify.annotations.NullMarked;
