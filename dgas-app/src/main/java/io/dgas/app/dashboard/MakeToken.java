package io.dgas.app.dashboard;

import io.dgas.adapter.web.access.Token;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes a token for programs that read. */
@Command(
        name = "token",
        description =
                "Print a new token for programs that read ('Authorization: Bearer TOKEN'), and what the settings keep"
                        + " of it: dashboard.token_hash, or the variable DGAS_DASHBOARD_TOKEN_HASH. The token itself is kept nowhere.",
        footer = {"", "Example:", "  dgas dashboard token"})
final class MakeToken implements Callable<ExitCode> {

    private final Installation installation;

    MakeToken(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        String token = Token.random();
        installation.output().line("token:      " + token);
        installation.output().line("token_hash: " + Token.hash(token));
        return ExitCode.DONE;
    }
}
