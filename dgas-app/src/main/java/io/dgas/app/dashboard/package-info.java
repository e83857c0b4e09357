/** The page, as a service of its own. */
@NullMarked
package io.dgas.app.dashboard;

import org.jspecify.annotations.NullMarked;
