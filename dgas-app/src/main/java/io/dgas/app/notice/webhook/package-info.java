/** Notices posted to a program of the user's, signed and each with its id, so that a repeat can be told. */
@NullMarked
package io.dgas.app.notice.webhook;

import org.jspecify.annotations.NullMarked;
