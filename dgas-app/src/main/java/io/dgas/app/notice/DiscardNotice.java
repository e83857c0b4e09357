package io.dgas.app.notice;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Have a notice never be told. */
@Command(
        name = "discard",
        description = "Have a notice never be told.",
        footer = {"", "Example:", "  dgas notify discard 17"})
final class DiscardNotice implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "ID", description = "Of the notice, from 'dgas notify list'.")
    long id;

    DiscardNotice(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        boolean done = installation
                .repositories()
                .outbox()
                .discard(id, installation.clock().instant());
        installation
                .output()
                .line(
                        done
                                ? "notice " + id + " is discarded"
                                : "there is no notice " + id + " that could be discarded");
        return ExitCode.of(done);
    }
}
