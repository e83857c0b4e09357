/** The prediction cycle: gather once, decide without I/O, record in one transaction. */
@NullMarked
package io.dgas.application.prediction;

import org.jspecify.annotations.NullMarked;
