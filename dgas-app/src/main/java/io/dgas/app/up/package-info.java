/** All services in one process. */
@NullMarked
package io.dgas.app.up;

import org.jspecify.annotations.NullMarked;
