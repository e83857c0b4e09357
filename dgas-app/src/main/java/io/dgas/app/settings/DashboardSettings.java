package io.dgas.app.settings;

import java.util.List;
import java.util.Optional;

/** The web page. */
public record DashboardSettings(
        @Setting(
                doc = "The address it listens on; another than loopback opens it to the network, and needs a login.",
                byDefault = "127.0.0.1")
        String host,

        @Setting(doc = "The port it listens on.", byDefault = "8501", min = 1, max = 65_535)
        int port,

        @Setting(doc = "dark, light, or system: what the reader's system prefers.", byDefault = "system")
        Theme theme,

        @Setting(
                doc = "With it readers must sign in; 'dgas dashboard password' makes one from a password.",
                variable = "DGAS_DASHBOARD_PASSWORD_HASH")
        Optional<LoginPassword> passwordHash,

        @Setting(
                doc = "With it programs may read by a token; 'dgas dashboard token' makes both.",
                variable = "DGAS_DASHBOARD_TOKEN_HASH")
        Optional<TokenHash> tokenHash,

        @Setting(
                doc = "Names that readers reach it by, beside those of this machine, such as [dgas.example.com].",
                byDefault = "")
        List<HostName> allowedNames,

        @Setting(doc = "Whether readers come over https, which a proxy in front of it ends.", byDefault = "false")
        boolean behindTls) {

    public DashboardSettings {
        allowedNames = List.copyOf(allowedNames);
    }
}
