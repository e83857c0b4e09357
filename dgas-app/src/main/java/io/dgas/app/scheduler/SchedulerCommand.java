package io.dgas.app.scheduler;

import picocli.CommandLine.Command;

/** The prediction cycles around the clock. */
@Command(
        name = "scheduler",
        description = "Decide all symbols at each tick of the schedule, and tell people what qualifies.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartScheduler.class,
            StopScheduler.class,
            SchedulerStatus.class,
            RunCycleOnce.class,
            RerunCycle.class
        },
        footer = {"", "Examples:", "  dgas scheduler start --config config/production.yaml", "  dgas scheduler status"})
public final class SchedulerCommand {}
