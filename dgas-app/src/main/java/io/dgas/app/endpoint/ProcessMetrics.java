package io.dgas.app.endpoint;

import io.dgas.adapter.web.Routes;
import io.dgas.adapter.web.metrics.PrometheusMetrics;
import io.dgas.app.environment.Build;
import io.dgas.app.metrics.MeasuredRepositories;
import io.dgas.app.service.Problems;
import io.dgas.app.service.ServiceName;
import io.dgas.app.wiring.Installation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** The meters of this process, which all its services share. */
public final class ProcessMetrics implements AutoCloseable {

    private final PrometheusMetrics metrics = new PrometheusMetrics();

    private ProcessMetrics() {
        Build build = Build.ofThisProgram();
        Supplier<Number> one = () -> 1;
        Gauge.builder("dgas.build", one)
                .tag("version", build.version())
                .tag("commit", build.commit().orElse("unknown"))
                .register(registry());
    }

    /** Counts from now on what is recorded in what the installation stores; to be begun before that is opened. */
    public static ProcessMetrics begin(Installation installation) {
        ProcessMetrics begun = new ProcessMetrics();
        installation.seeStoredThrough(stored -> new MeasuredRepositories(stored, begun.registry()));
        return begun;
    }

    public MeterRegistry registry() {
        return metrics.registry();
    }

    /** How many parts of a service have a problem now. */
    public void watch(ServiceName service, Problems problems) {
        Supplier<Number> count = () -> problems.current().size();
        Gauge.builder("dgas.problems", count)
                .tag("service", service.service().code())
                .register(registry());
    }

    Routes routes() {
        return metrics;
    }

    @Override
    public void close() {
        metrics.close();
    }
}
