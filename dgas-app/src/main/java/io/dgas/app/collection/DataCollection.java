package io.dgas.app.collection;

import picocli.CommandLine.Command;

/** The collection of bars around the clock. */
@Command(
        name = "data-collection",
        description =
                "Collect bars around the clock: live trades and delayed quotes in market hours, final bars after.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartCollection.class,
            StopCollection.class,
            CollectionStatus.class,
            RunCollectionOnce.class,
            CollectionStats.class
        },
        footer = {
            "",
            "Examples:",
            "  dgas data-collection start --config config/production.yaml",
            "  dgas data-collection status"
        })
public final class DataCollection {}
