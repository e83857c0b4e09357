package io.dgas.app.settings;

import java.time.LocalTime;
import java.util.Optional;

/**
 * What the service promises, and how people learn that it lives.
 *
 * @param dailyDigestAt absent: no digest
 * @param pingUrl absent: nobody is pinged
 */
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
        int schedulerPort,

        @Setting(
                doc =
                        "When one message a day tells the enabled channels how all stands, in scheduler.timezone, such as 08:00;"
                                + " empty: none.")
        Optional<LocalTime> dailyDigestAt,

        @Setting(
                doc =
                        "What is asked (GET) now and then while nothing is failing, so that its absence is the alarm: https://, or"
                                + " http:// on this machine; best left to the environment.")
        Optional<WebhookUrl> pingUrl,

        @Setting(doc = "Minutes from one ping to the next.", byDefault = "5", min = 1, max = 1440)
        int pingMinutes) {}
