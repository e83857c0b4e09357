package io.dgas.app.settings;

/**
 * Which signals are announced, how they are protected, and how fresh bars must be.
 *
 * @param minConfidence in [0, 1]; signals below are stored, not announced
 * @param minSignalStrength in [0, 1]; signals below are stored, not announced
 * @param stopLossAtrMultiplier distance of the stop in average true ranges
 * @param targetAtrMultiplier distance of the target in average true ranges
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
        int freshnessThresholdMinutes) {}
