/** What is stored tells that it changed. */
@NullMarked
package io.dgas.application.port.out.change;

import org.jspecify.annotations.NullMarked;
