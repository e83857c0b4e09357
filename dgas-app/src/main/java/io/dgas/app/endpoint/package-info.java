/** Where a service tells its health and its metrics to those that look after it. */
@NullMarked
package io.dgas.app.endpoint;

import org.jspecify.annotations.NullMarked;
