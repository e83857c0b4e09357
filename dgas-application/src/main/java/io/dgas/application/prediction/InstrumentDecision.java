package io.dgas.application.prediction;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.OvernightJump;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.InForce;
import io.dgas.domain.signal.SignalRules;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides one instrument of a loaded universe: refuses missing, stale and unexplained bars, then asks the rules what is to be
 * told beside what was told.
 */
final class InstrumentDecision {

    /** Bars in which an unexplained jump still bends levels and states. */
    private static final int QUARANTINE_BARS = 20;

    private final AdjustedBars.Loaded loaded;
    private final Map<Instrument, List<InForce>> told;
    private final List<Timeframe> higher;
    private final DecisionSettings settings;
    private final SignalRules rules;
    private final TradingCalendar calendar = TradingCalendar.nyse();

    /** @param told entries in force by what is stored, at the prices of their day */
    InstrumentDecision(
            AdjustedBars.Loaded loaded,
            Map<Instrument, List<InForce>> told,
            List<Timeframe> higher,
            DecisionSettings settings) {
        this.loaded = loaded;
        this.told = told;
        this.higher = higher;
        this.settings = settings;
        this.rules = new SignalRules(settings.protection());
    }

    /**
     * A decision and what it was made on.
     *
     * @param bars adjusted; empty when there are none, or none that fit their actions
     */
    record Decided(Decision decision, Optional<BarSeries> bars) {

        private Decided(Instrument instrument, String problem) {
            this(new Decision.NoData(instrument, problem), Optional.empty());
        }
    }

    /** @param refusal why it is not to be decided whatever its bars say; empty when it is */
    Decided decide(Instrument instrument, Optional<String> refusal) {
        Optional<BarSeries> bars;
        try {
            bars = loaded.adjusted(instrument);
        } catch (IllegalArgumentException contradiction) {
            return new Decided(instrument, "its bars and actions do not fit: " + contradiction.getMessage());
        }
        if (bars.isEmpty()) {
            return new Decided(instrument, "no bars of this interval are stored; import or collect them");
        }
        Decision decision = refusal.<Decision>map(why -> new Decision.NoData(instrument, why))
                .orElseGet(() -> decide(bars.get()));
        return new Decided(decision, bars);
    }

    private Decision decide(BarSeries bars) {
        return stale(bars)
                .or(() -> quarantined(bars))
                .<Decision>map(problem -> new Decision.NoData(bars.key().instrument(), problem))
                .orElseGet(() -> rules.decide(MultiTimeframeView.of(bars, higher, calendar), inForce(bars)));
    }

    private List<InForce> inForce(BarSeries bars) {
        return told.getOrDefault(bars.key().instrument(), List.of()).stream()
                .map(entry -> entry.restated(loaded.factorAt(bars, entry.id().completedAt())))
                .toList();
    }

    private Optional<String> stale(BarSeries bars) {
        Instant newest = bars.closeTime(bars.last());
        Instant asOf = loaded.asOf().orElse(newest);
        long missed = sessionsClosed(newest, asOf);
        long allowed = (long) settings.staleAfterSessions() * sessionsInABar(bars);
        return missed <= allowed
                ? Optional.empty()
                : Optional.of("stale: the newest " + bars.key().timeframe() + " bar closed at " + newest + ", " + missed
                        + " sessions before " + asOf);
    }

    private long sessionsClosed(Instant after, Instant until) {
        return calendar.sessions(calendar.dateOf(after), calendar.dateOf(until)).stream()
                .map(Session::close)
                .filter(close -> close.isAfter(after) && !close.isAfter(until))
                .count();
    }

    private static int sessionsInABar(BarSeries bars) {
        return switch (bars.key().timeframe()) {
            case W1 -> 5;
            case MO1 -> 21;
            default -> 1;
        };
    }

    private Optional<String> quarantined(BarSeries bars) {
        return OvernightJump.unexplained(bars, calendar, QUARANTINE_BARS)
                .map(jump -> "quarantined: the open at " + jump.openTime() + " is " + jump.open() + " after a close of "
                        + jump.previousClose() + " and no action explains it; import the split, or wait until it lies "
                        + QUARANTINE_BARS + " bars back");
    }
}
