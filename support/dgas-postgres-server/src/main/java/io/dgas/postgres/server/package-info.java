/** The private PostgreSQL: its binaries unpacked, its cluster made, the server started, adopted, recovered and stopped. */
@NullMarked
package io.dgas.postgres.server;

import org.jspecify.annotations.NullMarked;
