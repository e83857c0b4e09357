package io.dgas.application.collection.quality;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.dgas.application.collection.quality.QualityAudit.Stores;
import io.dgas.application.collection.quality.SymbolQuality.EndedSessions;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.BarFigures.Accuracy;
import io.dgas.application.port.out.collection.BarFigures.Origin;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.CoverageView.StrayBar;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the stores tell of a universe, by symbol; a symbol of which nothing is told is absent.
 *
 * @param missingNow bars of the session that runs which are due, not there and not explained; empty when none runs
 */
record FoundFigures(
        Map<Instrument, List<Line>> lines,
        Optional<MissingNow> missingNow,
        Map<Instrument, Map<AbsenceReason, Long>> absences,
        Map<Instrument, List<Origin>> origins,
        Map<Instrument, List<Accuracy>> accuracy,
        Map<Instrument, List<StrayBar>> strays,
        Map<Instrument, Quarantine> quarantines) {

    /** Of the session of a date. */
    record MissingNow(LocalDate date, Map<Instrument, Long> bars) {
        long of(Instrument instrument) {
            return bars.getOrDefault(instrument, 0L);
        }
    }

    static FoundFigures in(Stores stores, LedgerScope scope, Optional<MissingNow> missingNow, Instant at) {
        return new FoundFigures(
                stores.coverage().lines(scope).stream()
                        .collect(groupingBy(line -> line.line().instrument())),
                missingNow,
                stores.figures().absences(scope),
                stores.figures().origins(scope).stream().collect(groupingBy(Origin::instrument)),
                stores.figures().accuracy(scope).stream().collect(groupingBy(Accuracy::instrument)),
                stores.coverage().strays(scope).stream().collect(groupingBy(StrayBar::instrument)),
                stores.quarantines().inForce(at).stream()
                        .collect(toMap(one -> one.jump().instrument(), one -> one, (first, second) -> first)));
    }

    SymbolQuality of(Instrument instrument) {
        List<Line> own = lines.getOrDefault(instrument, List.of());
        return new SymbolQuality(
                instrument,
                own.stream().map(this::due).reduce(new Count(0, 0, 0, 0), FoundFigures::sum),
                absences.getOrDefault(instrument, Map.of()),
                ended(own.stream().filter(line -> !isRunning(line)).toList()),
                origins.getOrDefault(instrument, List.of()),
                accuracy.getOrDefault(instrument, List.of()),
                strays.getOrDefault(instrument, List.of()),
                Optional.ofNullable(quarantines.get(instrument)));
    }

    private boolean isRunning(Line line) {
        return missingNow
                .filter(running -> running.date().equals(line.line().date()))
                .isPresent();
    }

    /** Of the session that runs, only what is there, explained or due is counted. */
    private Count due(Line line) {
        Count count = line.count();
        return isRunning(line)
                ? new Count(
                        count.present()
                                + count.explained()
                                + missingNow
                                        .map(running -> running.of(line.line().instrument()))
                                        .orElse(0L),
                        count.present(),
                        count.finalPresent(),
                        count.explained())
                : count;
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.expected() + other.expected(),
                one.present() + other.present(),
                one.finalPresent() + other.finalPresent(),
                one.explained() + other.explained());
    }

    private static EndedSessions ended(List<Line> lines) {
        Map<LineStanding, Long> standings = lines.stream().collect(groupingBy(Line::standing, counting()));
        return new EndedSessions(
                Math.toIntExact(standings.getOrDefault(LineStanding.COMPLETE, 0L)),
                Math.toIntExact(standings.getOrDefault(LineStanding.OPEN, 0L)),
                lines.stream()
                        .filter(line -> line.standing() == LineStanding.GIVEN_UP)
                        .toList());
    }
}
