/** How a command ends: exit codes, and the problems that carry one. */
@NullMarked
package io.dgas.app.exit;

import org.jspecify.annotations.NullMarked;
