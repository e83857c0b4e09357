package io.dgas.adapter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * The names that a server answers to. A page of a stranger that has its own name point here is refused: the browser tells
 * which name it believes in.
 *
 * @param others beside those of the loopback, in small letters
 * @param takesAddresses whether it answers to any address too; nobody can have one point elsewhere
 * @param isBehindTls whether readers come over https, which a proxy in front ends
 */
public record HostNames(Set<String> others, boolean takesAddresses, boolean isBehindTls) {

    /** This machine's own. */
    public static final HostNames LOOPBACK = new HostNames(Set.of(), false, false);

    public HostNames {
        others = Set.copyOf(others);
    }

    /** @param host of the request, with its port if it has one */
    boolean has(String host) {
        String name = name(host);
        return isLoopback(host) || others.contains(name) || (takesAddresses && isAddress(name));
    }

    /** Whether it is a name or an address of the loopback; names are not looked up: their owners decide where they point. */
    public static boolean isLoopback(String host) {
        String name = name(host);
        if (!isAddress(name)) {
            return name.equals("localhost");
        }
        try {
            return InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    private static String name(String host) {
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9.]+|\\[[0-9a-f:.]+]");
    }
}
