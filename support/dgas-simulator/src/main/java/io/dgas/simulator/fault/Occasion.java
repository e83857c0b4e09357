package io.dgas.simulator.fault;

/** Where in the protocol a fault can strike, and so what its {@code nth} and {@code times} count. */
public enum Occasion {
    /** Each request of an endpoint that the token may make. */
    REQUEST,
    /** All the time that the fault's window lasts; it counts nothing. */
    STATE,
    /** Each WebSocket handshake. */
    HANDSHAKE,
    /** Each command on a WebSocket. */
    COMMAND,
    /** Each symbol of a subscription. */
    SUBSCRIPTION,
    /** Each trade that is due, whoever is subscribed to it. */
    TRADE,
    /** Each trade about to be sent on a connection, and for a fault with a {@code from} also the clock's passing it. */
    CONNECTION
}
