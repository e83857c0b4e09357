package io.dgas.application.collection.quality;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.domain.market.Timeframe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * How whole and how good the bars of a universe are. It adds up: the bars that are due are those stored, those absent for a
 * known reason and those unexplained.
 *
 * @param sessions that have begun, ascending
 * @param running the last of them while not all of its bars are due
 * @param symbols by symbol
 */
public record UniverseQuality(
        Timeframe timeframe, List<LocalDate> sessions, Optional<RunningSession> running, List<SymbolQuality> symbols) {

    /** Share of the bars due, over all symbols, from which a universe is good. */
    static final double LEAST_COMPLETENESS = 0.99;

    /** The same of each symbol. */
    static final double LEAST_OF_SYMBOL = 0.95;

    private static final int NAMED = 5;

    public UniverseQuality {
        sessions = List.copyOf(sessions);
        symbols = List.copyOf(symbols);
    }

    /**
     * A session of which not all bars are due yet.
     *
     * @param due how many bars of a symbol should be there
     * @param bars how many it will have
     * @param missing of all symbols, bars due that are neither there nor explained; they may still come
     */
    public record RunningSession(LocalDate date, int due, int bars, long missing) {}

    public long expected() {
        return sum(symbol -> symbol.count().expected());
    }

    public long stored() {
        return sum(symbol -> symbol.count().present());
    }

    public long missing() {
        return sum(SymbolQuality::missing);
    }

    /** One figure of all symbols together. */
    public long sum(ToLongFunction<SymbolQuality> figure) {
        return symbols.stream().mapToLong(figure).sum();
    }

    /** Share of the bars due that are stored or known not to exist, 0 to 1; 1 when none is due. */
    public double completeness() {
        return expected() == 0 ? 1 : (double) (expected() - missing()) / expected();
    }

    /** Bars absent for a known reason; a reason without bars is absent. */
    public Map<AbsenceReason, Long> absences() {
        Map<AbsenceReason, Long> sums = new EnumMap<>(AbsenceReason.class);
        symbols.forEach(symbol -> symbol.absences().forEach((reason, bars) -> sums.merge(reason, bars, Long::sum)));
        return sums;
    }

    public List<SourceFigures> sources() {
        return SourceFigures.bySource(
                symbols.stream().flatMap(symbol -> symbol.origins().stream()).toList());
    }

    public List<SourceAccuracy> accuracy() {
        return SourceAccuracy.bySource(
                symbols.stream().flatMap(symbol -> symbol.accuracy().stream()).toList());
    }

    /** Symbols of which something is not as it should be, those with most missing first, then those differing most. */
    public List<SymbolQuality> remarkable() {
        return symbols.stream()
                .filter(SymbolQuality::isRemarkable)
                .sorted(Comparator.comparingLong(SymbolQuality::missing)
                        .thenComparingInt(symbol -> symbol.strays().size())
                        .thenComparing(symbol -> symbol.quarantine().isPresent())
                        .thenComparingLong(SymbolQuality::finalRevised)
                        .thenComparingDouble(SymbolQuality::largest)
                        .reversed()
                        .thenComparing(SymbolQuality::instrument))
                .toList();
    }

    public boolean isGood() {
        return objections().isEmpty();
    }

    /** Why the bars are not good, in sentences; none when they are. */
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (completeness() < LEAST_COMPLETENESS) {
            objections.add(String.format(
                    Locale.ROOT,
                    "%.2f %% of the bars due are there or known not to exist; at least %.0f %% should be",
                    100 * completeness(),
                    100 * LEAST_COMPLETENESS));
        }
        objection(
                        symbol -> symbol.completeness() < LEAST_OF_SYMBOL,
                        String.format(Locale.ROOT, "less than %.0f %% of its bars", 100 * LEAST_OF_SYMBOL))
                .ifPresent(objections::add);
        objection(symbol -> !symbol.strays().isEmpty(), "bars where the calendar expects none")
                .ifPresent(objections::add);
        objection(symbol -> symbol.quarantine().isPresent(), "an unexplained jump and is set aside")
                .ifPresent(objections::add);
        return objections;
    }

    private Optional<String> objection(Predicate<SymbolQuality> against, String what) {
        List<String> names = symbols.stream()
                .filter(against)
                .map(symbol -> symbol.instrument().symbol())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.size() + (names.size() == 1 ? " symbol has " : " symbols have each ") + what + ": "
                        + String.join(" ", names.subList(0, Math.min(NAMED, names.size())))
                        + (names.size() > NAMED ? " ..." : ""));
    }
}
