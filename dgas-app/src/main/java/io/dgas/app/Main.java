package io.dgas.app;

import io.dgas.app.command.DgasCommandLine;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import java.time.InstantSource;

/** Starts {@code dgas}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Environment environment = Environment.ofProcess();
        Output output = Output.ofProcess(environment);
        Installation installation = new Installation(environment, output, InstantSource.system());
        int code = new DgasCommandLine(installation).run(args).code();
        System.exit(code);
    }
}
