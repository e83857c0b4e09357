package io.dgas.application.collection.health;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.health.SymbolFreshness.Level;
import io.dgas.application.port.out.collection.BarFigures.NewestBar;
import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * How fresh bars are by the calendar: a night, a weekend or a holiday makes none late.
 *
 * @param grace after its close in which a bar need not be there yet
 * @param staleAfterBars bars that a symbol may be late before it is stale
 */
public record FreshnessRule(ExpectedBars expected, Duration grace, int staleAfterBars) {

    public FreshnessRule {
        if (grace.isNegative() || staleAfterBars < 0) {
            throw new IllegalArgumentException(
                    "grace and bars late are 0 or more, got " + grace + " and " + staleAfterBars);
        }
    }

    /** Beyond this many bars late a symbol is stale. */
    public static final int USUAL_LATE_BARS = 2;

    /** Time to store a bar whose own grace is over. */
    private static final Duration STORING = Duration.ofSeconds(5);

    /** As live bars are judged, which close this grace after their end. */
    public static FreshnessRule usual(ExpectedBars expected, Duration closeGrace) {
        return new FreshnessRule(expected, closeGrace.plus(STORING), USUAL_LATE_BARS);
    }

    /**
     * Judges each symbol of the universe.
     *
     * @param newest the newest bar of each symbol; one without any is absent
     */
    public FreshnessReport judge(Set<Instrument> universe, Map<Instrument, NewestBar> newest, Instant now) {
        TradingCalendar calendar = expected.grid().calendar();
        LocalDate today = calendar.dateOf(now);
        LocalDate oldest = universe.stream()
                .flatMap(instrument -> Optional.ofNullable(newest.get(instrument)).stream())
                .map(bar -> calendar.dateOf(bar.openTime()))
                .filter(date -> date.isBefore(today))
                .min(Comparator.naturalOrder())
                .orElse(today);
        long[] opens = opensDue(new DateRange(oldest, today), now);
        Map<Instrument, SymbolFreshness> symbols = new TreeMap<>();
        universe.forEach(
                instrument -> symbols.put(instrument, judge(Optional.ofNullable(newest.get(instrument)), opens)));
        return new FreshnessReport(symbols);
    }

    /** When the bars open that should be there by now, ascending. */
    private long[] opensDue(DateRange dates, Instant now) {
        long closedBy = now.minus(grace).getEpochSecond();
        return expected.on(dates).stream()
                .map(ExpectedSession::opens)
                .flatMapToLong(opens -> opens.stream().mapToLong(Instant::getEpochSecond))
                .filter(open -> expected.grid().calendar().closeOfBar(open, expected.timeframe()) <= closedBy)
                .toArray();
    }

    private SymbolFreshness judge(Optional<NewestBar> newest, long[] opensDue) {
        if (newest.isEmpty()) {
            return new SymbolFreshness(Level.NONE, newest, OptionalLong.empty());
        }
        int found = Arrays.binarySearch(opensDue, newest.get().openTime().getEpochSecond());
        int late = opensDue.length - (found >= 0 ? found + 1 : -found - 1);
        Level level = late == 0 ? Level.FRESH : late <= staleAfterBars ? Level.LATE : Level.STALE;
        return new SymbolFreshness(level, newest, OptionalLong.of(late));
    }
}
