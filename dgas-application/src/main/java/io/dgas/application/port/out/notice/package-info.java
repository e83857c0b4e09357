/** Telling people of signals: what is told, on which channel, and what came of it. */
@NullMarked
package io.dgas.application.port.out.notice;

import org.jspecify.annotations.NullMarked;
