package io.dgas.app.settings;

import io.dgas.domain.bar.Adjustment;

/**
 * Which signals are announced, how they are protected, and how fresh bars must be.
 *
 * @param minConfidence in [0, 1]; signals below are stored, not announced
 * @param minSignalStrength in [0, 1]; signals below are stored, not announced
 * @param stopLossAtrMultiplier distance of the stop in average true ranges
 * @param targetAtrMultiplier distance of the target in average true ranges
 * @param historyBars trading bars loaded for a decision, the newest ones
 * @param staleAfterSessions sessions that a symbol may lag behind the time decided for
 */
public record PredictionSettings(
        @Setting(doc = "A signal with less confidence is stored, not announced.", byDefault = "0.65", min = 0, max = 1)
        double minConfidence,

        @Setting(doc = "A signal of less strength is stored, not announced.", byDefault = "0.60", min = 0, max = 1)
        double minSignalStrength,

        @Setting(
                doc = "Distance of the stop from the entry in average true ranges.",
                byDefault = "1.5",
                min = 0.1,
                max = 20)
        double stopLossAtrMultiplier,

        @Setting(
                doc = "Distance of the target from the entry in average true ranges.",
                byDefault = "2.5",
                min = 0.1,
                max = 50)
        double targetAtrMultiplier,

        @Setting(doc = "Whether a cycle waits until the bars that just closed are stored.", byDefault = "true")
        boolean waitForFreshData,

        @Setting(doc = "The longest such wait, in minutes.", byDefault = "5", min = 0, max = 60)
        int maxWaitMinutes,

        @Setting(
                doc = "How old, in minutes, the newest closed bar may be to count as fresh.",
                byDefault = "15",
                min = 1,
                max = 1440)
        int freshnessThresholdMinutes,

        @Setting(
                doc = "How stop and target are found: atr (multiples) or structure (far area, next opposing area).",
                byDefault = "atr")
        StopRule stopRule,

        @Setting(
                doc = "Which corporate actions older prices are adjusted for: splits_and_dividends, splits or none.",
                byDefault = "splits_and_dividends")
        Adjustment adjustment,

        @Setting(
                doc = "How many bars of the trading timeframe a decision looks at.",
                byDefault = "2000",
                min = 50,
                max = 200000)
        int historyBars,

        @Setting(
                doc = "A symbol is without data when its newest bar lags this many sessions behind.",
                byDefault = "3",
                min = 0,
                max = 1000)
        int staleAfterSessions) {}
