package io.dgas.app.dashboard;

import picocli.CommandLine.Command;

/** The page. */
@Command(
        name = "dashboard",
        description = "Serve the page: how the system stands, its signals and its cycles, kept up to date.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartDashboard.class,
            StopDashboard.class,
            DashboardStatus.class,
            MakePassword.class,
            MakeToken.class
        },
        footer = {"", "Examples:", "  dgas dashboard start --config config/production.yaml", "  dgas dashboard status"})
public final class DashboardCommand {}
