/** {@code dgas db}: the database that DGAS uses. */
@NullMarked
package io.dgas.app.database;

import org.jspecify.annotations.NullMarked;
