/** Discord as a bot over HTTP, and the picture that goes with a signal. */
@NullMarked
package io.dgas.adapter.discord;

import org.jspecify.annotations.NullMarked;
