package io.dgas.app.settings;

import io.dgas.app.output.Redaction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a PostgreSQL database, password perhaps included; shown without it. */
public final class DatabaseUrl {

    private static final Pattern PASSWORD = Pattern.compile("://[^/\\s:@]*:([^/\\s]+)@|[?&]password=([^&]+)");

    private final String text;

    public DatabaseUrl(String text) {
        io.dgas.adapter.postgres.DatabaseUrl.parse(text);
        this.text = text;
        Matcher password = PASSWORD.matcher(text);
        while (password.find()) {
            Redaction.hide(password.group(1) == null ? password.group(2) : password.group(1));
        }
    }

    /** The address with its password; for the one call that needs it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return Redaction.of(text);
    }
}
