package io.dgas.app.vendor;

import picocli.CommandLine.Command;

/** The market data vendor. */
@Command(
        name = "eodhd",
        description = "See whether the market data vendor answers, and whether its plan is enough for the universe.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TestVendor.class, PlanCalls.class},
        footer = {"", "Examples:", "  dgas eodhd test", "  dgas eodhd plan --symbols 517"})
public final class Eodhd {}
