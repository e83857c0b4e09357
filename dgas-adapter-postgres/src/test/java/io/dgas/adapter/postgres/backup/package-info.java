/** Tests of backups. */
@NullMarked
package io.dgas.adapter.postgres.backup;

import org.jspecify.annotations.NullMarked;
