/** What the program prints: tables and JSON on standard output, notes and problems on standard error, never a secret. */
@NullMarked
package io.dgas.app.output;

import org.jspecify.annotations.NullMarked;
