package io.dgas.app.settings;

/** The web page. */
public record DashboardSettings(
        @Setting(
                doc = "The address it listens on; another than loopback opens it to the network.",
                byDefault = "127.0.0.1")
        String host,

        @Setting(doc = "The port it listens on.", byDefault = "8501", min = 1, max = 65_535)
        int port,

        @Setting(doc = "dark, light, or system: what the reader's system prefers.", byDefault = "system")
        Theme theme) {}
