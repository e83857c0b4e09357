package io.dgas.app.prediction;

import io.dgas.app.wiring.Installation;
import picocli.CommandLine.Command;

/** The reports over what is stored. */
@Command(
        name = "report",
        description = "Report what was stored.",
        subcommands = {RecentSignals.class})
public final class ReportCommand {

    public ReportCommand(Installation installation) {
        installation.invocation();
    }
}
