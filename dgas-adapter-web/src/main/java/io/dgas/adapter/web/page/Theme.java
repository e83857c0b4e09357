package io.dgas.adapter.web.page;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colours of all pages, as the reader chose; the choice is kept in a cookie, so that no page shows the others first. */
public enum Theme {
    LIGHT,
    DARK,
    /** What the reader's system prefers. */
    SYSTEM;

    private static final String COOKIE = "dgas-theme";

    /** As attributes and the cookie say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reader's choice; empty without one. */
    static Optional<Theme> chosen(Context context) {
        String cookie = context.cookie(COOKIE);
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(cookie))
                .findFirst();
    }
}
