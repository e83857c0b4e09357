package io.dgas.app.database;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.adapter.postgres.SqlConsole;
import io.dgas.adapter.postgres.SqlResult;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs SQL on the database: by the installed {@code psql}, else by our own means. */
@Command(
        name = "psql",
        description = {
            "Run psql on the database with these arguments.",
            "Where no psql is installed, -c SQL, -f FILE and SQL on standard input are understood."
        },
        customSynopsis = "dgas db psql [--builtin] [--config=FILE] [ARGUMENT...]",
        footer = {
            "",
            "Examples:",
            "  dgas db psql -c \"SELECT count(*) FROM market_symbols\"",
            "  dgas db psql < query.sql"
        })
final class RunSql implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--builtin", description = "Do without psql, also where it is installed.")
    boolean builtin;

    @Unmatched
    List<String> arguments = new ArrayList<>();

    RunSql(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws Exception {
        DatabaseAccess access = new DatabaseAccess(installation);
        Optional<PsqlProgram> psql = builtin ? Optional.empty() : PsqlProgram.find(installation.environment());
        if (psql.isPresent()) {
            DatabaseUrl address = access.address();
            return psql.get().run(address, arguments);
        }
        List<String> scripts = new SqlScripts(installation.environment(), arguments).read();
        try (Database database = access.open()) {
            SqlConsole console = new SqlConsole(database);
            scripts.forEach(script -> console.run(script).forEach(this::show));
        }
        return ExitCode.DONE;
    }

    private void show(SqlResult result) {
        if (result.columns().isEmpty()) {
            installation.output().line("(" + result.changed() + " rows changed)");
            return;
        }
        Table table = new Table(result.columns().stream()
                .map(column -> new Column(column.name(), column.isNumeric()))
                .toArray(Column[]::new));
        result.rows().forEach(row -> table.row(row.toArray()));
        installation.output().table(table);
        installation.output().line("(" + result.rows().size() + (result.rows().size() == 1 ? " row)" : " rows)"));
    }
}
