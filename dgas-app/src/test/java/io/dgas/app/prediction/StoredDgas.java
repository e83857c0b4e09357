package io.dgas.app.prediction;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.app.command.DgasCommandLine;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.DatabaseRepositories;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.postgres.server.ServerAddress;
import io.dgas.postgres.server.ThrowawayPostgres;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** An installation with an empty, migrated database of its own on the test server; commands run in this process. */
public final class StoredDgas {

    private static final ThrowawayPostgres SERVER = ThrowawayPostgres.shared();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    private final Environment environment;
    private final InstantSource clock;

    public StoredDgas(Path folder) {
        this(folder, CLOCK);
    }

    public StoredDgas(Path folder, InstantSource clock) {
        this(folder, clock, Map.of());
    }

    /** @param variables of the environment, more than those that every installation has */
    public StoredDgas(Path folder, InstantSource clock, Map<String, String> variables) {
        this.clock = clock;
        String database = SERVER.createDatabase();
        try (Database opened = Database.open(DatabaseUrl.of(SERVER.address(), database))) {
            opened.schema().migrate();
        }
        ServerAddress address = SERVER.address();
        String url = "postgresql://" + address.user() + ":" + address.password() + "@" + address.host() + ":"
                + address.port() + "/" + database;
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", folder.toString());
        all.put("DGAS_DATABASE_URL", url);
        environment = new Environment(all, folder);
    }

    private StoredDgas(Environment environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** The same database with other variables besides. */
    public StoredDgas with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment.variables());
        all.putAll(variables);
        return new StoredDgas(new Environment(all, environment.workingDirectory()), clock);
    }

    /** What a command printed and how it ended. */
    public record Run(int code, String out, String err) {}

    public Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new DgasCommandLine(new Installation(environment, new Output(out, err, false), clock))
                .run(arguments)
                .code();
        return new Run(code, out.toString(), err.toString());
    }

    /** Has the database say that a later program migrated it. */
    public void pretendNewerSchema() {
        run(
                "db",
                "psql",
                "--builtin",
                "-c",
                "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) values (99, '99', 'later', 'SQL', 'V99', 'dgas', 1, true)");
    }

    /** The installation itself; to be closed. */
    public Installation installation() {
        return new Installation(environment, new Output(new StringWriter(), new StringWriter(), false), clock);
    }

    public Environment environment() {
        return environment;
    }

    /** What is stored, for looking and for storing without a command; to be closed. */
    public Repositories repositories() {
        return DatabaseRepositories.open(installation());
    }
}
