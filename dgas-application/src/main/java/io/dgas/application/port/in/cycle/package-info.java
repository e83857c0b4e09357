/** What the record of prediction cycles adds up to, and what of it was promised. */
@NullMarked
package io.dgas.application.port.in.cycle;

import org.jspecify.annotations.NullMarked;
