package io.dgas.app.database;

import picocli.CommandLine.Command;

/** The database. */
@Command(
        name = "db",
        description = "The database: the one that database.url names, else a private PostgreSQL of this installation.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ShowDatabase.class,
            MigrateSchema.class,
            BackupDatabase.class,
            VerifyBackup.class,
            RestoreBackup.class,
            StartServer.class,
            StopServer.class,
            RunSql.class
        },
        footer = {
            "",
            "Examples:",
            "  dgas db status",
            "  dgas db migrate",
            "  dgas db backup dgas-monday.zip",
            "  dgas db psql -c \"SELECT count(*) FROM market_symbols\""
        })
public final class Db {}
