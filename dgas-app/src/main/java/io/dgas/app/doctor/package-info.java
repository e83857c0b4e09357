/** {@code dgas doctor}: everything that could keep the system from working, what it costs, and what mends it. */
@NullMarked
package io.dgas.app.doctor;

import org.jspecify.annotations.NullMarked;
