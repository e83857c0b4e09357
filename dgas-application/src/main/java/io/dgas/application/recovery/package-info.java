/** What a service that ended without being stopped left behind, and what becomes of it after the next start. */
@NullMarked
package io.dgas.application.recovery;

import org.jspecify.annotations.NullMarked;
