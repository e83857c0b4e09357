package io.dgas.app.settings;

import java.util.Locale;

/** A name that this machine is reached by, in small letters. */
public record HostName(String name) {

    public HostName {
        if (!name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException(
                    "must be a name without https:// and port, such as dgas.example.com, not '" + name + "'");
        }
        name = name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
