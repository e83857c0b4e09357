/** The page: rendered here, and kept up to date in the browser by a WebSocket. */
@NullMarked
package io.dgas.adapter.web.page;

import org.jspecify.annotations.NullMarked;
