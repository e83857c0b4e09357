/** Whether a service lives and is ready, for those that look after it. */
@NullMarked
package io.dgas.adapter.web.health;

import org.jspecify.annotations.NullMarked;
