/** What the log looks like: plain lines on standard error, warnings and worse unless more is asked for. */
@NullMarked
package io.dgas.app.logging;

import org.jspecify.annotations.NullMarked;
