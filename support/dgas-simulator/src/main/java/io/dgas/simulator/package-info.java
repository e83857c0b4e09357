/** The market data vendor's HTTP and WebSocket protocols on loopback, on a virtual clock and with faults to order. */
@NullMarked
package io.dgas.simulator;

import org.jspecify.annotations.NullMarked;
