/** Discord's REST API as a bot meets it, on loopback, with a channel whose content can be read. */
@NullMarked
package io.dgas.simulator.discord;

import org.jspecify.annotations.NullMarked;
