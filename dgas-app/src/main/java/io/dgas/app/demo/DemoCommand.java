package io.dgas.app.demo;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import io.dgas.postgres.server.PostgresServerException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole system at work. */
@Command(
        name = "demo",
        description = {
            "Show the whole system at work on a simulated market, without any token: vendor, Discord and clock are made up.",
            "Everything is kept in a temporary folder, which is removed at the end; Ctrl-C ends it."
        },
        footer = {"", "Examples:", "  dgas demo", "  dgas demo --speed 30 --port 9000"})
public final class DemoCommand implements Callable<ExitCode> {

    private static final long PATIENCE_SECONDS = 60;

    private final Installation installation;

    @Option(names = "--speed", paramLabel = "X", description = "Seconds of its clock in a second (default: 60).")
    private double speed = 60;

    @Option(names = "--symbols", paramLabel = "N", description = "Symbols of its market (default: 517).")
    private int symbols = 517;

    @Option(names = "--port", paramLabel = "P", description = "Where its page is (default: 8501).")
    private int port = 8501;

    public DemoCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        if (installation.invocation().configFile().isPresent()) {
            throw new UsageProblem("the demonstration has settings of its own; leave --config out");
        }
        CountDownLatch cleared = new CountDownLatch(1);
        clearBeforeTheEnd(cleared);
        Leftovers.clear(installation.output());
        try (Demonstration running = begin()) {
            return running.run();
        } finally {
            cleared.countDown();
        }
    }

    private Demonstration begin() {
        try {
            return Demonstration.begin(installation, new Demonstration.Market(symbols, speed), port);
        } catch (IllegalArgumentException wrong) {
            throw new UsageProblem(String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException | PostgresServerException failed) {
            throw new WorkFailed("the demonstration cannot be started: " + failed.getMessage(), failed);
        }
    }

    /** The process that is told to end stays until nothing is left behind. */
    private void clearBeforeTheEnd(CountDownLatch cleared) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(cleared), "clear"));
    }

    private void await(CountDownLatch cleared) {
        try {
            if (!cleared.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                installation.output().note("something of the demonstration is left; the next one removes it");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
