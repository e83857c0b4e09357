package io.dgas.app.command;

import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** One run of a command line within this process. */
record CommandRun(ExitCode code, String results, String notes) {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-03-08T21:00:00Z"));

    static CommandRun in(Path folder, String... arguments) {
        return in(folder, Map.of(), arguments);
    }

    static CommandRun in(Path folder, Map<String, String> variables, String... arguments) {
        StringWriter results = new StringWriter();
        StringWriter notes = new StringWriter();
        Output output = new Output(results, notes, false);
        Installation installation =
                new Installation(new Environment(variables, folder), output, CLOCK, CommandRun::nothingStored);
        ExitCode code = new DgasCommandLine(installation).run(arguments);
        return new CommandRun(code, results.toString(), notes.toString());
    }

    private static Repositories nothingStored(Installation installation) {
        throw new AssertionError("nothing is stored here");
    }

    /** An installation whose output nobody reads. */
    static Installation installation(Path folder) {
        return installation(folder, Map.of());
    }

    static Installation installation(Path folder, Map<String, String> variables) {
        Output output = new Output(new StringWriter(), new StringWriter(), false);
        return new Installation(new Environment(variables, folder), output, CLOCK, CommandRun::nothingStored);
    }
}
