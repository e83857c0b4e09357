/** Bars on their way into the database and back, beside what PostgreSQL itself needs for the same rows. */
@NullMarked
package io.dgas.bench.store;

import org.jspecify.annotations.NullMarked;
