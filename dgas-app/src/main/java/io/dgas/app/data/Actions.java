package io.dgas.app.data;

import picocli.CommandLine.Command;

/** Corporate actions. */
@Command(
        name = "actions",
        description = "Splits and dividends.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportActionFiles.class})
final class Actions {}
