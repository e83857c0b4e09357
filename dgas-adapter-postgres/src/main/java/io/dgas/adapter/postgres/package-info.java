/** The ports' data in PostgreSQL: bars by COPY, everything small by jOOQ, the schema by Flyway. */
@NullMarked
package io.dgas.adapter.postgres;

import org.jspecify.annotations.NullMarked;
