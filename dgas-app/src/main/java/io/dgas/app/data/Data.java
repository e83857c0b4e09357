package io.dgas.app.data;

import io.dgas.app.collection.BackfillBars;
import picocli.CommandLine.Command;

/** Recorded bars and corporate actions. */
@Command(
        name = "data",
        description = "Import recorded bars and corporate actions, and look at what is stored.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImportBarFiles.class,
            ListSeries.class,
            ShowGaps.class,
            ShowFreshness.class,
            BackfillBars.class,
            ShowQuality.class,
            Actions.class
        },
        footer = {
            "",
            "Examples:",
            "  dgas data import bars/daily --interval 1d",
            "  dgas data actions import actions.csv",
            "  dgas data quality-report --symbol AAPL --interval 1d"
        })
public final class Data {}
