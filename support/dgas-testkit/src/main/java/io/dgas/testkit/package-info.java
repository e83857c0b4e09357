/** The ports' contracts, fakes that keep them in memory, and a generator of bars for trials. Not shipped. */
@NullMarked
package io.dgas.testkit;

import org.jspecify.annotations.NullMarked;
