/** What can be asked of the application: one port with one method for each use case. */
@NullMarked
package io.dgas.application.port.in;

import org.jspecify.annotations.NullMarked;
