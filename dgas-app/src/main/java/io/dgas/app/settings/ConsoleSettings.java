package io.dgas.app.settings;

/** Standard output. */
public record ConsoleSettings(
        @Setting(doc = "Whether signals are printed; after a crash one may be printed again.", byDefault = "false")
        boolean enabled) {}
