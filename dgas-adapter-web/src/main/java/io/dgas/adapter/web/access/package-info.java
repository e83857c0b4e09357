/** Who may read: a login for people, tokens for programs. */
@NullMarked
package io.dgas.adapter.web.access;

import org.jspecify.annotations.NullMarked;
