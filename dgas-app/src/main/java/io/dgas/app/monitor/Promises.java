package io.dgas.app.monitor;

import io.dgas.app.settings.MonitoringSettings;
import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.in.cycle.Promise;
import io.dgas.application.port.in.cycle.Promise.Bound;
import java.util.List;

/** What the settings promise of prediction cycles. */
public final class Promises {

    private Promises() {}

    /** Each beside what was measured. */
    public static List<Promise> of(MonitoringSettings settings, CycleFigures figures) {
        return List.of(
                new Promise(
                        "monitoring.sla_p95_latency_ms",
                        figures.latencyP95Ms(),
                        settings.slaP95LatencyMs(),
                        Bound.AT_MOST,
                        "ms"),
                new Promise(
                        "monitoring.sla_error_rate_pct",
                        figures.errorRatePct(),
                        settings.slaErrorRatePct(),
                        Bound.AT_MOST,
                        "%"),
                new Promise(
                        "monitoring.sla_uptime_pct",
                        figures.uptimePct(),
                        settings.slaUptimePct(),
                        Bound.AT_LEAST,
                        "%"));
    }
}
