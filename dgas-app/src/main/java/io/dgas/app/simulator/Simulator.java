package io.dgas.app.simulator;

import picocli.CommandLine.Command;

/** Vendors on this machine. */
@Command(
        name = "simulator",
        description = "Run a vendor's protocol on this machine, on a clock that can run fast, with faults on order.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SimulateEodhd.class, SimulateDiscord.class},
        footer = {
            "",
            "Examples:",
            "  dgas simulator eodhd --port 8600 --speed 60",
            "  dgas simulator discord --port 8700"
        })
public final class Simulator {}
