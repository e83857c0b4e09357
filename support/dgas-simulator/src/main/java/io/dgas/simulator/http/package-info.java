/** Just enough of an HTTP/1.1 server on plain sockets to give a connection away to another protocol, or to break it. */
@NullMarked
package io.dgas.simulator.http;

import org.jspecify.annotations.NullMarked;
