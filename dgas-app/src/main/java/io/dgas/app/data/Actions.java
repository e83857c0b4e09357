package io.dgas.app.data;

import picocli.CommandLine.Command;

/** Corporate actions. */
@Command(
        name = "actions",
        description = "Splits and dividends.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportActionFiles.class},
        footer = {"", "Example:", "  dgas data actions import actions.csv"})
final class Actions {}
