package io.dgas.app.settings;

import java.util.regex.Pattern;

/** A Discord channel by its id. */
public record DiscordChannel(String id) {

    private static final Pattern FORM = Pattern.compile("[0-9]{15,20}");

    public DiscordChannel {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("must be a channel id of 15 to 20 digits, not '" + id + "'");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
