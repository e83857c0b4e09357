package io.dgas.app.symbols;

import picocli.CommandLine.Command;

/** The universe. */
@Command(
        name = "symbols",
        description = "The symbols that DGAS knows, and which of them are active.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListSymbols.class,
            AddSymbols.class,
            DeactivateSymbols.class,
            ImportSymbols.class,
            RenameSymbol.class,
            DelistSymbol.class,
            ListMembers.class
        },
        footer = {
            "",
            "Examples:",
            "  dgas symbols list --active",
            "  dgas symbols add AAPL MSFT",
            "  dgas symbols deactivate MSFT",
            "  dgas symbols import sp500.html --index sp500",
            "  dgas symbols members sp500"
        })
public final class Symbols {}
