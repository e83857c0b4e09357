package io.dgas.app.data;

import io.dgas.app.command.DgasCommandLine;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What a command line did. */
public record CommandRun(int code, String out, String err) {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Runs a command line in this process, in this folder and on this store. */
    public static CommandRun of(Path folder, Repositories store, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Installation installation = new Installation(
                new Environment(Map.of("HOME", folder.toString()), folder),
                new Output(out, err, false),
                InstantSource.fixed(NOW),
                any -> store);
        int code = new DgasCommandLine(installation).run(arguments).code();
        return new CommandRun(code, out.toString(), err.toString());
    }
}
