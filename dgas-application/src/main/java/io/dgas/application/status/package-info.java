/** The components that are looked at, each by one rule. */
@NullMarked
package io.dgas.application.status;

import org.jspecify.annotations.NullMarked;
