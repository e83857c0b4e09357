package io.dgas.adapter.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

/** What holds for every request: headers that keep pages safe, and no answer to strangers' pages. */
record Guard(HostNames names) {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String A_YEAR = "max-age=31536000";

    void check(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        if (names.isBehindTls()) {
            context.header("Strict-Transport-Security", A_YEAR);
        }
        String host = context.host();
        if (host == null || !names.has(host)) {
            throw new ForbiddenResponse(
                    names.takesAddresses()
                            ? "this server answers to the names in dashboard.allowed_names only"
                            : "this server answers to the names of its own machine only");
        }
        if (!isOwnPage(context)) {
            throw new ForbiddenResponse("a page of another server asked for this");
        }
    }

    private boolean isOwnPage(Context context) {
        String origin = context.header("Origin");
        String scheme = names.isBehindTls() ? "https" : context.scheme();
        return origin == null || origin.equals(scheme + "://" + context.host()) || isLoopback(context, origin);
    }

    /** A tunnel to a server whose other readers come over https. */
    private static boolean isLoopback(Context context, String origin) {
        String host = String.valueOf(context.host());
        return HostNames.isLoopback(host) && origin.equals("http://" + host);
    }
}
