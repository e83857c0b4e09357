package io.dgas.app.settings;

import io.dgas.domain.market.Timeframe;

/** The collection of bars around the clock. */
public record DataCollectionSettings(
        @Setting(doc = "Whether bars are collected.", byDefault = "false", inProduction = "true")
        boolean enabled,

        @Setting(doc = "Whether live trades are used in market hours.", byDefault = "true")
        boolean useWebsocket,

        @Setting(doc = "The bars that live trades are made into.", byDefault = "30m", longest = "4h")
        Timeframe websocketInterval,

        @Setting(doc = "Seconds that a live bar waits for late trades.", byDefault = "45", min = 0, max = 600)
        int closeGraceSeconds,

        @Setting(
                doc = "Minutes between delayed quotes of the symbols beyond the plan.",
                byDefault = "5",
                min = 1,
                max = 60)
        int quoteIntervalMinutes,

        @Setting(
                doc = "The bars made of delayed quotes, and asked for in market hours.",
                byDefault = "30m",
                longest = "4h")
        Timeframe intervalMarketHours,

        @Setting(doc = "The bars asked for after hours.", byDefault = "30m", longest = "1d")
        Timeframe intervalAfterHours,

        @Setting(doc = "The bars asked for at weekends.", byDefault = "30m", longest = "1d")
        Timeframe intervalWeekends,

        @Setting(doc = "Symbols of one batch.", byDefault = "50", min = 1, max = 1000)
        int batchSize,

        @Setting(doc = "Batches at the same time.", byDefault = "1", min = 1, max = 16)
        int maxConcurrentBatches,

        @Setting(doc = "Calls of the vendor in a minute at most.", byDefault = "80", min = 1, max = 10_000)
        int requestsPerMinute,

        @Setting(doc = "How often a failed symbol is tried again.", byDefault = "3", min = 0, max = 20)
        int maxRetries,

        @Setting(doc = "Seconds before the first retry; each further one doubles.", byDefault = "5", min = 0, max = 600)
        int retryDelaySeconds,

        @Setting(
                doc = "Seconds that the vendor has for one answer, to its last byte.",
                byDefault = "60",
                min = 1,
                max = 600)
        int requestTimeoutSeconds,

        @Setting(doc = "Failed symbols in percent that raise an alert.", byDefault = "10.0", min = 0, max = 100)
        double errorThresholdPct,

        @Setting(doc = "Whether each cycle's figures are logged.", byDefault = "true")
        boolean logCollectionStats,

        @Setting(doc = "Whether the age of each symbol's bars is kept.", byDefault = "true")
        boolean trackFreshness,

        @Setting(doc = "Seconds between health checks.", byDefault = "60", min = 5, max = 3600)
        int healthCheckInterval,

        @Setting(doc = "Days of history fetched on first sight of a symbol.", byDefault = "365", min = 0, max = 20_000)
        int historyDays) {}
