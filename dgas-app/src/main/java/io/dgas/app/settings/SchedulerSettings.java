package io.dgas.app.settings;

import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.schedule.MarketHours;
import io.dgas.application.schedule.OverdueTicks;
import io.dgas.application.schedule.TickRule;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
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

        @Setting(doc = "Further higher timeframes, each above the one before it.")
        List<Timeframe> furtherIntervals,

        @Setting(doc = "The timeframe that signals are issued on.", byDefault = "30m")
        Timeframe tradingInterval,

        @Setting(
                doc = "Minutes after its tick by which a cycle has decided; symbols that are left get no data.",
                byDefault = "10",
                min = 1,
                max = 1440)
        int deadlineMinutes,

        @Setting(
                doc = "Minutes after which a tick that was not served is recorded as missed instead of caught up.",
                byDefault = "60",
                min = 0,
                max = 10_080)
        int catchUpMinutes) {

    public SchedulerSettings {
        symbols = List.copyOf(symbols);
        furtherIntervals = List.copyOf(furtherIntervals);
    }

    /** What decisions look at. */
    public Timeframes timeframes() {
        List<Timeframe> higher = new ArrayList<>(List.of(htfInterval));
        higher.addAll(furtherIntervals);
        return new Timeframes(tradingInterval, higher);
    }

    /** Ticks that should be in this record and are not. */
    public OverdueTicks overdue(PredictionRuns runs) {
        return new OverdueTicks(runs, ticks(), Duration.ofMinutes(deadlineMinutes));
    }

    /** When cycles are due: all ticks of the cron expression, or those in market hours. */
    public TickRule ticks() {
        TickRule cron = new CronTicks(cronExpression, timezone);
        return marketHoursOnly ? new MarketHours(cron, TradingCalendar.nyse()) : cron;
    }
}
