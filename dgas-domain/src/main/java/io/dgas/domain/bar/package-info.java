/** Completed bars as columns, their aggregation by session, corporate actions, gaps against the calendar, and quality. */
@NullMarked
package io.dgas.domain.bar;

import org.jspecify.annotations.NullMarked;
