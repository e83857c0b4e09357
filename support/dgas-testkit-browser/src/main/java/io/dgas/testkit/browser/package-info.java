/** A real browser for tests of pages. */
@NullMarked
package io.dgas.testkit.browser;

import org.jspecify.annotations.NullMarked;
