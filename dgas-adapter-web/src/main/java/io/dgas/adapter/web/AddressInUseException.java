package io.dgas.adapter.web;

/** Somebody else listens where a web server was to. */
public final class AddressInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressInUseException(WebAddress address, Throwable cause) {
        super("port " + address.port() + " of " + address.host() + " is in use", cause);
    }
}
