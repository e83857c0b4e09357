/** What the use cases need of the outside. Every adapter of a port passes the port's contract in the testkit. */
@NullMarked
package io.dgas.application.port.out;

import org.jspecify.annotations.NullMarked;
