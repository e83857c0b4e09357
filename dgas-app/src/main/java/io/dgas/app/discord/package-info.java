/** Commands about the Discord channel that signals are announced in. */
@NullMarked
package io.dgas.app.discord;

import org.jspecify.annotations.NullMarked;
