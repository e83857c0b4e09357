package io.dgas.app.settings;

import static java.util.Objects.requireNonNull;

import io.dgas.application.schedule.MarketHours;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether settings that are right each for itself also fit each other. A value that could not be read fits everything.
 *
 * @param values of the keys that could be read
 * @param places where each is written
 */
record SettingsFit(Map<String, Object> values, Map<String, Place> places) {

    private static final String TRADING = "scheduler.trading_interval";
    private static final String HIGHER = "scheduler.htf_interval";
    private static final String FURTHER = "scheduler.further_intervals";
    private static final String CRON = "scheduler.cron_expression";

    /** What cannot work. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        higherProblem().ifPresent(problem -> findings.add(found(HIGHER, problem)));
        furtherProblem().ifPresent(problem -> findings.add(found(FURTHER, problem)));
        cronProblem().ifPresent(problem -> findings.add(found(CRON, problem)));
        return findings;
    }

    /** What works and is not likely to be meant. */
    List<String> warnings() {
        return uncollected().map(problem -> "warning: " + found(TRADING, problem)).stream()
                .toList();
    }

    private Finding found(String key, String problem) {
        return new Finding(requireNonNull(places.get(key)), key + ": " + problem);
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).filter(type::isInstance).map(type::cast);
    }

    private boolean isOn(String key) {
        return value(key, Boolean.class).orElse(false);
    }

    private Optional<String> higherProblem() {
        return value(HIGHER, Timeframe.class)
                .flatMap(higher -> value(TRADING, Timeframe.class)
                        .filter(trading -> higher.compareTo(trading) < 0)
                        .map(trading -> higher + " is shorter than the trading interval " + trading
                                + "; it must be as long or longer"));
    }

    private Optional<String> furtherProblem() {
        List<?> further = value(FURTHER, List.class).orElse(List.of());
        Optional<Timeframe> higher = value(HIGHER, Timeframe.class);
        if (further.isEmpty() || higher.isEmpty()) {
            return Optional.empty();
        }
        if (higher.equals(value(TRADING, Timeframe.class))) {
            return Optional.of("needs an htf_interval above the trading interval, which is " + higher.get()
                    + " too; set " + HIGHER + " to a longer one, or leave this empty");
        }
        List<Timeframe> above = new ArrayList<>(List.of(higher.get()));
        further.forEach(one -> above.add((Timeframe) one));
        return value(TRADING, Timeframe.class)
                .filter(trading -> trading.compareTo(higher.get()) < 0)
                .flatMap(trading -> Timeframes.fault(trading, above))
                .map(fault -> fault + "; each must be above the one before it, the first above " + HIGHER);
    }

    private Optional<String> cronProblem() {
        return value(CRON, CronExpression.class)
                .filter(cron -> isOn("scheduler.market_hours_only"))
                .flatMap(cron -> value("scheduler.timezone", ZoneId.class)
                        .filter(zone -> !firesInMarketHours(new CronTicks(cron, zone)))
                        .map(zone -> "'" + cron + "' in " + zone
                                + " never fires in market hours, and scheduler.market_hours_only is true; such as"
                                + " '*/15 9-16 * * 1-5' in America/New_York does"));
    }

    private static boolean firesInMarketHours(CronTicks ticks) {
        TradingCalendar calendar = TradingCalendar.nyse();
        Instant first = calendar.firstDate().atStartOfDay(calendar.zone()).toInstant();
        try {
            return new MarketHours(ticks, calendar).after(first).isAfter(first);
        } catch (IllegalStateException never) {
            return false;
        }
    }

    private Optional<String> uncollected() {
        Map<Timeframe, String> collected = collected();
        return value(TRADING, Timeframe.class)
                .filter(trading -> isOn("data_collection.enabled") && !collected.containsKey(trading))
                .map(trading -> trading + " is none of the intervals that data_collection collects ("
                        + collected.entrySet().stream()
                                .map(one -> one.getKey() + " by " + one.getValue())
                                .collect(Collectors.joining(", "))
                        + "), so that no such bar would ever come");
    }

    /** Bars of days are always asked for. */
    private Map<Timeframe, String> collected() {
        Map<Timeframe, String> collected = new LinkedHashMap<>();
        if (isOn("data_collection.use_websocket")) {
            collect(collected, "websocket_interval");
        }
        collect(collected, "interval_market_hours");
        collect(collected, "interval_after_hours");
        collected.putIfAbsent(Timeframe.D1, "the daily sweep");
        return collected;
    }

    private void collect(Map<Timeframe, String> collected, String key) {
        value("data_collection." + key, Timeframe.class)
                .ifPresent(timeframe -> collected.merge(timeframe, key, (one, more) -> one + " and " + more));
    }
}
