/** The command line: the root of the command tree and how a command is parsed, made, run and ended. */
@NullMarked
package io.dgas.app.command;

import org.jspecify.annotations.NullMarked;
