package io.dgas.app.monitor;

import io.dgas.app.settings.MonitoringSettings;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a setting promises beside what was measured.
 *
 * @param measured empty when there was nothing to measure, which breaks no promise
 * @param bound whether it is the most or the least that is right
 */
record Promise(String setting, OptionalDouble measured, double promised, Bound bound, String unit) {

    /** On which side of the promise the figure must be. */
    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    static List<Promise> of(MonitoringSettings settings, CycleFigures figures) {
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

    boolean isMet() {
        return measured.isEmpty()
                || (bound == Bound.AT_MOST ? measured.getAsDouble() <= promised : measured.getAsDouble() >= promised);
    }
}
