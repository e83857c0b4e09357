/** The log: text or JSON, to standard error or a file that is rolled, each line marked with the run it belongs to. */
@NullMarked
package io.dgas.app.logging;

import org.jspecify.annotations.NullMarked;
