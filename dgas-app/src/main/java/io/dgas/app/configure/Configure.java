package io.dgas.app.configure;

import picocli.CommandLine.Command;

/** The settings. */
@Command(
        name = "configure",
        description = "Check, show or begin the settings.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ValidateSettings.class, ShowSettings.class, WriteSettings.class},
        footer = {
            "",
            "Examples:",
            "  dgas configure init",
            "  dgas configure validate --config config/production.yaml",
            "  dgas configure show --json"
        })
public final class Configure {}
