/** Makes the jOOQ classes from the migrations. Build time only. */
@NullMarked
package io.dgas.jooq.codegen;

import org.jspecify.annotations.NullMarked;
