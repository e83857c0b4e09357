@NullMarked
package io.dgas.postgres.server;

import org.jspecify.annotations.NullMarked;
