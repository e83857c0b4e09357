/** Bars in the project's own types for tests and first trials, and the files they are kept in. */
@NullMarked
package io.dgas.testkit;

import org.jspecify.annotations.NullMarked;
