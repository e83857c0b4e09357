package io.dgas.app.settings;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.ZoneId;
import java.util.List;

/**
 * When the prediction cycle runs, and over what.
 *
 * @param symbols empty: the active symbols of the database
 * @param htfInterval the higher timeframe, not shorter than the trading interval; equal means single-timeframe analysis
 */
public record SchedulerSettings(
        @Setting(
                doc = "When a cycle starts: minute, hour, day of month, month, day of week.",
                byDefault = "*/15 * * * *")
        CronExpression cronExpression,

        @Setting(doc = "The zone of the cron expression.", byDefault = "America/New_York")
        ZoneId timezone,

        @Setting(doc = "Whether cycles run in market hours only.", byDefault = "false")
        boolean marketHoursOnly,

        @Setting(doc = "The symbols of a cycle; none: the active symbols of the database.")
        List<Instrument> symbols,

        @Setting(
                doc = "The higher timeframe; the trading interval again for analysis on one timeframe.",
                byDefault = "30m")
        Timeframe htfInterval,

        @Setting(doc = "The timeframe that signals are issued on.", byDefault = "30m")
        Timeframe tradingInterval) {

    public SchedulerSettings {
        symbols = List.copyOf(symbols);
    }
}
