/** The named patterns of dot, envelope and state, by operational definitions whose numbers are parameters. */
@NullMarked
package io.dgas.domain.pattern;

import org.jspecify.annotations.NullMarked;
