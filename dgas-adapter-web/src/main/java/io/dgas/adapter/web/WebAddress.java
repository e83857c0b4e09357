package io.dgas.adapter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a web server listens.
 *
 * @param host a name or an address of this machine
 * @param port 0 takes a free one
 */
public record WebAddress(String host, int port) {

    /** Throws {@link IllegalArgumentException} when there is no such host. */
    public WebAddress {
        resolved(host);
    }

    private static InetAddress resolved(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("'" + host + "' is no address of this machine; use 127.0.0.1", unknown);
        }
    }

    /** Whether this machine's users alone can reach it. */
    public boolean isLoopback() {
        return resolved(host).isLoopbackAddress();
    }
}
