/** The ports' contracts as tests, and fakes of the ports that pass them. */
@NullMarked
package io.dgas.testkit;

import org.jspecify.annotations.NullMarked;
