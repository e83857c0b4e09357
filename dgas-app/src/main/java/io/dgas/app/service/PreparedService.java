package io.dgas.app.service;

import io.dgas.app.exit.ExitCode;

/**
 * A service that can be run: its settings are checked, and nothing runs yet.
 *
 * @param means what it needs as long as it runs; closed with this
 */
public record PreparedService(RunningService service, RunningService.Making making, Means means)
        implements AutoCloseable {

    /** What is open as long as a service runs. */
    @FunctionalInterface
    public interface Means extends AutoCloseable {

        /** Nothing is. */
        Means NONE = () -> {};

        @Override
        void close();
    }

    /** What people call it. */
    public String name() {
        return service.name().toString();
    }

    /** Runs it now; says who has it when somebody else does. */
    public ExitCode run() {
        return service.run(making);
    }

    /** Waits until nobody else has it, then runs it. */
    public ExitCode runAfterOthers() {
        return service.runAfterOthers(making);
    }

    /** Has it end after the step in hand. */
    public void stop() {
        service.stop();
    }

    @Override
    public void close() {
        means.close();
    }
}
