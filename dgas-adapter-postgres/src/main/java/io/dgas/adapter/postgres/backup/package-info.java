/** A backup: the rows of one snapshot in one file, and how it is written, checked, loaded and compared. */
@NullMarked
package io.dgas.adapter.postgres.backup;

import org.jspecify.annotations.NullMarked;
