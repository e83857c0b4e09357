/** Services that run for long: one process holds each, tells that it lives, stops when asked to, and says how it stands. */
@NullMarked
package io.dgas.app.service;

import org.jspecify.annotations.NullMarked;
