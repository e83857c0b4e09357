/** The market data vendor from the command line: what its plan allows, and whether it answers. */
@NullMarked
package io.dgas.app.vendor;

import org.jspecify.annotations.NullMarked;
