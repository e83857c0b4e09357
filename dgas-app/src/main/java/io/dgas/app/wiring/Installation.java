package io.dgas.app.wiring;

import io.dgas.app.environment.DataDirectory;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import java.nio.file.Path;
import java.time.InstantSource;

/** The parts of this installation. Nothing is read or opened before it is asked for; closing closes what was opened. */
public final class Installation implements AutoCloseable {

    private final Environment environment;
    private final Output output;
    private final InstantSource clock;
    private final Invocation invocation = new Invocation();

    public Installation(Environment environment, Output output, InstantSource clock) {
        this.environment = environment;
        this.output = output;
        this.clock = clock;
    }

    public Environment environment() {
        return environment;
    }

    public Output output() {
        return output;
    }

    public InstantSource clock() {
        return clock;
    }

    public Invocation invocation() {
        return invocation;
    }

    public Path dataDirectory() {
        return DataDirectory.of(environment);
    }

    @Override
    public void close() {}
}
