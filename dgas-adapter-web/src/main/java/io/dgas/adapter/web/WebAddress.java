package io.dgas.adapter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a web server listens.
 *
 * @param host a name or an address of this machine's loopback
 * @param port 0 takes a free one
 */
public record WebAddress(String host, int port) {

    /**
     * Refuses what others could reach, since nothing here asks for a login.
     *
     * @throws IllegalArgumentException when the host is not of the loopback
     */
    public WebAddress {
        if (!isLoopback(host)) {
            throw new IllegalArgumentException("'" + host
                    + "' opens the page to the network, and it asks nobody for a login; use 127.0.0.1, and from elsewhere"
                    + " a tunnel such as 'ssh -L " + port + ":127.0.0.1:" + port + " SERVER'");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
