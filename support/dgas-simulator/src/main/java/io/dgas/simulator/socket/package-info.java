/** The WebSocket endpoints: frames, authorisation, subscriptions, and trades pushed as the clock passes them. */
@NullMarked
package io.dgas.simulator.socket;

import org.jspecify.annotations.NullMarked;
