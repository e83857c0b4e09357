/** Tests of the commands for the database. */
@NullMarked
package io.dgas.app.database;

import org.jspecify.annotations.NullMarked;
