package io.dgas.app.up;

import io.dgas.app.collection.PreparedCollection;
import io.dgas.app.dashboard.PreparedDashboard;
import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.scheduler.PreparedScheduler;
import io.dgas.app.service.PreparedService;
import io.dgas.app.wiring.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * All services, each as it would run alone, in a thread of its own. One that was asked to stop leaves the others running; one
 * that fails is the end of all, for whoever looks after the process to start it anew.
 */
public final class AllServices implements AutoCloseable {

    private final List<PreparedService> services;

    private AllServices(List<PreparedService> services) {
        this.services = services;
    }

    /** Checks the settings of each; runs nothing yet. Bars are collected only where the settings say so. */
    public static AllServices of(Installation installation, ProcessMetrics metrics) {
        List<PreparedService> services = new ArrayList<>();
        try {
            services.add(PreparedDashboard.of(installation, metrics));
            services.add(PreparedScheduler.of(installation, metrics));
            if (installation.settings().dataCollection().enabled()) {
                services.add(PreparedCollection.of(installation, metrics));
            } else {
                installation.output().note("data_collection.enabled is false: no bars are collected");
            }
            return new AllServices(services);
        } catch (RuntimeException refused) {
            services.forEach(PreparedService::close);
            throw refused;
        }
    }

    /** Runs them until all have ended. Throws what the first that failed threw. */
    public ExitCode run() throws InterruptedException {
        Outcome outcome = new Outcome();
        CountDownLatch running = new CountDownLatch(services.size());
        for (PreparedService service : services) {
            Thread.ofPlatform().name(service.name()).start(() -> {
                try {
                    outcome.note(service.run());
                } catch (RuntimeException failed) {
                    outcome.note(failed);
                } finally {
                    running.countDown();
                    if (outcome.hasFailed()) {
                        stop();
                    }
                }
            });
        }
        running.await();
        return outcome.code();
    }

    /** Has each end after the step in hand. */
    public void stop() {
        services.forEach(PreparedService::stop);
    }

    @Override
    public void close() {
        services.forEach(PreparedService::close);
    }

    /** How the first that failed did. */
    private static final class Outcome {

        private ExitCode code = ExitCode.DONE;
        private @Nullable RuntimeException failure;

        synchronized void note(ExitCode ended) {
            if (code == ExitCode.DONE) {
                code = ended;
            }
        }

        synchronized void note(RuntimeException failed) {
            if (!hasFailed()) {
                failure = failed;
            }
        }

        synchronized boolean hasFailed() {
            return failure != null || code != ExitCode.DONE;
        }

        synchronized ExitCode code() {
            if (failure != null) {
                throw failure;
            }
            return code;
        }
    }
}
