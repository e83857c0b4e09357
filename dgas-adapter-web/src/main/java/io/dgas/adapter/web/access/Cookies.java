package io.dgas.adapter.web.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;

/**
 * What browsers keep for us: out of reach of scripts, never sent for another site's page.
 *
 * @param isSecure whether they are sent over https only
 */
record Cookies(boolean isSecure) {

    private static final String SESSION = "dgas-session";
    private static final String FORM = "dgas-form";

    /** The session that the browser shows; empty text without one. */
    static String session(Context context) {
        String session = context.cookie(SESSION);
        return session == null ? "" : session;
    }

    void keepSession(Context context, String token, Duration age) {
        context.cookie(cookie(SESSION, token, (int) age.toSeconds()));
    }

    void forgetSession(Context context) {
        context.cookie(cookie(SESSION, "", 0));
    }

    /** What the browser's forms are known by; given to it when it has none. */
    String form(Context context) {
        String known = context.cookie(FORM);
        String given = context.attribute(FORM);
        if (known != null) {
            return known;
        }
        if (given == null) {
            given = Token.random();
            context.attribute(FORM, given);
            context.cookie(cookie(FORM, given, -1));
        }
        return given;
    }

    private Cookie cookie(String name, String value, int age) {
        return new Cookie(name, value, "/", age, isSecure, true, null, SameSite.STRICT);
    }
}
