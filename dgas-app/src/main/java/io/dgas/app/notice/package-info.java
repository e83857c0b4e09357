/** Commands about what people are to be told, and the telling. */
@NullMarked
package io.dgas.app.notice;

import org.jspecify.annotations.NullMarked;
