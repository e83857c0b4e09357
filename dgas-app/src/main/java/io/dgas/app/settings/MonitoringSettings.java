package io.dgas.app.settings;

/** What the service promises. */
public record MonitoringSettings(
        @Setting(
                doc = "95 of 100 prediction cycles end within this, in milliseconds.",
                byDefault = "60000",
                min = 1,
                max = 86_400_000)
        int slaP95LatencyMs,

        @Setting(doc = "Cycles that may fail, in percent.", byDefault = "1.0", min = 0, max = 100)
        double slaErrorRatePct,

        @Setting(doc = "Due cycles that must run, in percent.", byDefault = "99.0", min = 0, max = 100)
        double slaUptimePct) {}
