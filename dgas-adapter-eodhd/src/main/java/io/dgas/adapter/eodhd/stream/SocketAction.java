package io.dgas.adapter.eodhd.stream;

/** What is to be done with a connection. */
sealed interface SocketAction {

    /** Open one; there is none. */
    record Connect() implements SocketAction {}

    /** Send this text. */
    record Send(String frame) implements SocketAction {}

    /** Send a ping. */
    record Ping() implements SocketAction {}

    /** End the connection, open or opening, and forget what still comes of it. */
    record Drop() implements SocketAction {}
}
