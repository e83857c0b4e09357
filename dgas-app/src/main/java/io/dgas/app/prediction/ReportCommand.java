package io.dgas.app.prediction;

import picocli.CommandLine.Command;

/** The reports over what is stored. */
@Command(
        name = "report",
        description = "Report what was stored.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RecentSignals.class},
        footer = {"", "Example:", "  dgas report recent-signals --hours 24"})
public final class ReportCommand {}
