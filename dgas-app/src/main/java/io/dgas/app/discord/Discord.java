package io.dgas.app.discord;

import picocli.CommandLine.Command;

/** The Discord channel. */
@Command(
        name = "discord",
        description = "See whether the bot can announce signals in its Discord channel.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TestDiscord.class},
        footer = {"", "Examples:", "  dgas discord test", "  dgas discord test --send"})
public final class Discord {}
