package io.dgas.adapter.web.access;

import io.dgas.adapter.web.HostNames;
import io.javalin.http.Context;

/** Where a request comes from. */
final class Visitor {

    private Visitor() {}

    /** As a proxy tells: the last address of the list is the one that it saw itself. */
    static String behindProxy(Context context) {
        String told = context.header("X-Forwarded-For");
        return told == null
                ? context.ip()
                : told.substring(told.lastIndexOf(',') + 1).strip();
    }

    /** Whether it is of this machine and asks for a name of the loopback, which nobody does through a proxy. */
    static boolean isLocal(Context context) {
        String ip = context.ip();
        String literal = ip.contains(":") && !ip.startsWith("[") ? "[" + ip + "]" : ip;
        String host = context.host();
        return HostNames.isLoopback(literal) && host != null && HostNames.isLoopback(host);
    }
}
