/** The work of a user, done once for the JVM's sake, which keeps what it learnt for later starts. */
@NullMarked
package io.dgas.app.rehearsal;

import org.jspecify.annotations.NullMarked;
