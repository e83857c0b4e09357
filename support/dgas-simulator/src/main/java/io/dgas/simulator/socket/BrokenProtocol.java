package io.dgas.simulator.socket;

import java.io.IOException;

/** What a client sent is against RFC 6455; the code is the one to close the connection with. */
final class BrokenProtocol extends IOException {

    static final int PROTOCOL_ERROR = 1002;
    static final int INVALID_TEXT = 1007;
    static final int TOO_BIG = 1009;

    private static final long serialVersionUID = 1L;

    private final int code;

    BrokenProtocol(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
