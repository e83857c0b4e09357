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
        double slaUptimePct,

        @Setting(
                doc = "Where data collection tells its health and its metrics on this machine; 0: nowhere.",
                byDefault = "8502",
                min = 0,
                max = 65_535)
        int dataCollectionPort,

        @Setting(
                doc = "Where the scheduler tells its health and its metrics on this machine; 0: nowhere.",
                byDefault = "8503",
                min = 0,
                max = 65_535)
        int schedulerPort) {}
