package io.dgas.application.collection.jumps;

import io.dgas.application.port.out.BarReader;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.application.prediction.AdjustedBars;
import io.dgas.domain.bar.Adjuster;
import io.dgas.domain.bar.Adjustment;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sets symbols aside whose price jumped overnight without a known action, and takes them back when an action learnt later
 * or a revised bar explains the jump, or when it lies too far back to matter. Reads bars as a decision does: adjusted for
 * what is known and in force.
 */
public final class JumpWatch {

    private final CorporateActionRepository actions;
    private final QuarantineRepository quarantines;
    private final AdjustedBars adjusted;
    private final JumpRules rules;

    public JumpWatch(
            BarRepository bars, CorporateActionRepository actions, QuarantineRepository quarantines, JumpRules rules) {
        this.actions = actions;
        this.quarantines = quarantines;
        this.adjusted = new AdjustedBars(
                BarReader.of(bars),
                actions,
                new Adjuster(rules.calendar(), Adjustment.SPLITS_AND_DIVIDENDS),
                rules.calendar());
        this.rules = rules;
    }

    /** Looks at the sessions of which bars were stored, and at all quarantines of these symbols. */
    public JumpReport check(Set<Instrument> instruments, DateRange sessions, Instant now) {
        List<Quarantine> inForce = quarantines.inForce(now).stream()
                .filter(quarantine -> instruments.contains(quarantine.jump().instrument()))
                .toList();
        Map<Instrument, String> contradictions = new TreeMap<>();
        Map<Instrument, WatchedSeries> watched =
                watched(instruments, barsSince(oldest(sessions, inForce), now), now, contradictions);
        List<Quarantine> found = watched.values().stream()
                .flatMap(series -> series.quarantines(sessions, now).stream())
                .toList();
        List<Quarantine> lifted = new ArrayList<>();
        for (Quarantine quarantine : inForce) {
            end(quarantine, watched)
                    .ifPresent(why -> lifted.addAll(quarantines.lift(List.of(quarantine.jump()), why, now)));
        }
        return new JumpReport(found.isEmpty() ? List.of() : quarantines.open(found), lifted, contradictions);
    }

    private LocalDate oldest(DateRange sessions, List<Quarantine> inForce) {
        return Stream.concat(
                        Stream.of(sessions.first()),
                        inForce.stream()
                                .map(quarantine -> rules.calendar()
                                        .dateOf(quarantine.jump().openTime())))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** All bars from this date on, and the one before. */
    private int barsSince(LocalDate date, Instant now) {
        LocalDate today = rules.calendar().dateOf(now);
        int sessions = today.isBefore(date)
                ? 0
                : rules.calendar().sessions(date, today).size();
        return sessions * rules.barsOfASession() + 1;
    }

    private Map<Instrument, WatchedSeries> watched(
            Set<Instrument> instruments, int most, Instant now, Map<Instrument, String> contradictions) {
        Map<Instrument, List<CorporateAction>> known = actions.knownBy(now, instruments);
        AdjustedBars.Loaded loaded =
                adjusted.load(instruments, new AdjustedBars.Window(rules.timeframe(), Optional.of(now), most));
        Map<Instrument, WatchedSeries> watched = new TreeMap<>();
        for (Instrument instrument : instruments) {
            try {
                loaded.adjusted(instrument)
                        .ifPresent(bars -> watched.put(
                                instrument, new WatchedSeries(bars, known.getOrDefault(instrument, List.of()), rules)));
            } catch (IllegalArgumentException contradiction) {
                contradictions.put(instrument, "its bars and actions do not fit: " + contradiction.getMessage());
            }
        }
        return watched;
    }

    private static Optional<String> end(Quarantine quarantine, Map<Instrument, WatchedSeries> watched) {
        return Optional.ofNullable(watched.get(quarantine.jump().instrument()))
                .flatMap(series -> series.end(quarantine.jump().openTime()));
    }
}
