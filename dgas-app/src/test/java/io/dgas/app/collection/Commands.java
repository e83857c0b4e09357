package io.dgas.app.collection;

import io.dgas.app.command.DgasCommandLine;
import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import java.io.StringWriter;
import java.time.InstantSource;

/** Commands of an installation, as somebody gives them in another terminal. */
public record Commands(Environment environment, InstantSource clock) {

    /** What a command said and how it ended. */
    public record Said(ExitCode code, String results, String notes) {}

    static Commands of(SimulatedSession simulated) {
        return new Commands(simulated.environment(), simulated.vendor.clock());
    }

    public Said run(String... words) {
        StringWriter results = new StringWriter();
        StringWriter notes = new StringWriter();
        Installation installation = new Installation(environment, new Output(results, notes, false), clock);
        ExitCode code = new DgasCommandLine(installation).run(words);
        return new Said(code, results.toString(), notes.toString());
    }

    Said status() {
        return run("data-collection", "status");
    }
}
