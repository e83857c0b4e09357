package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import io.dgas.application.port.out.collection.CoverageLedger.GivenUp;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.AbsentBar;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any history of sessions, bars, reasons and surrenders the ledger is what a plain count of everything gives. */
class CoverageLawTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2016-12-10T00:00:00Z");
    /** With an early close in it. */
    private static final DateRange DATES = new DateRange(LocalDate.of(2016, 11, 23), LocalDate.of(2016, 11, 29));

    private static final Timeframe TIMEFRAME = Timeframe.M30;
    private static final LedgerScope ALL = LedgerScope.of(TIMEFRAME, DATES);
    private static final List<Instrument> SYMBOLS =
            List.of(new Instrument("A"), new Instrument("B"), new Instrument("C"));
    private static final List<ExpectedSession> SESSIONS = PostgresCoverageLedgerTest.sessions(TIMEFRAME, DATES);

    private final CoverageLedger ledger = DATABASE.coverageLedger();
    private final CoverageView view = DATABASE.coverageView();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** The same account, kept in the plainest way. */
    private static final class Plain {
        private final Map<LocalDate, Set<Instant>> opens = new HashMap<>();
        private final Set<SymbolSession> lines = new HashSet<>();
        private final Map<SymbolSession, Map<Instant, BarSource>> bars = new HashMap<>();
        private final Map<SymbolSession, Map<Instant, AbsenceReason>> reasons = new HashMap<>();
        private final Set<SymbolSession> givenUp = new HashSet<>();

        Map<Instant, BarSource> bars(SymbolSession line) {
            return bars.computeIfAbsent(line, any -> new HashMap<>());
        }

        Map<Instant, AbsenceReason> reasons(SymbolSession line) {
            return reasons.computeIfAbsent(line, any -> new HashMap<>());
        }

        Set<Instant> missing(SymbolSession line) {
            Set<Instant> missing = new TreeSet<>(opens.getOrDefault(line.date(), Set.of()));
            missing.removeAll(bars(line).keySet());
            return missing;
        }

        void settle() {
            for (SymbolSession line : lines) {
                reasons(line).keySet().retainAll(missing(line));
                if (!reasons(line).keySet().containsAll(missing(line)) || standing(line) == LineStanding.COMPLETE) {
                    givenUp.remove(line);
                }
            }
        }

        Count count(SymbolSession line) {
            Set<Instant> there = new HashSet<>(Objects.requireNonNull(opens.get(line.date())));
            there.retainAll(bars(line).keySet());
            long finals = there.stream().filter(open -> isFinal(line, open)).count();
            return new Count(
                    opens.getOrDefault(line.date(), Set.of()).size(),
                    there.size(),
                    finals,
                    reasons(line).size());
        }

        private boolean isFinal(SymbolSession line, Instant open) {
            return Objects.requireNonNull(bars(line).get(open)).standing() == Standing.FINAL;
        }

        LineStanding standing(SymbolSession line) {
            Count count = count(line);
            boolean hasGaps = reasons(line).values().stream().anyMatch(AbsenceReason::isGap);
            if (count.unexplained() == 0 && count.present() == count.finalPresent() && !hasGaps) {
                return LineStanding.COMPLETE;
            }
            return count.unexplained() == 0 && givenUp.contains(line) ? LineStanding.GIVEN_UP : LineStanding.OPEN;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theLedgerIsWhatAPlainCountGives(long seed) {
        TestDatabase.clear(DATABASE);
        DATABASE.symbols().activate(Set.copyOf(SYMBOLS));
        SplittableRandom random = new SplittableRandom(seed);
        Plain plain = new Plain();
        for (int round = 0; round < 40; round++) {
            String step = step(random, plain);
            plain.settle();
            assertAgrees(plain, "seed " + seed + ", round " + round + ": " + step);
        }
    }

    private String step(SplittableRandom random, Plain plain) {
        return switch (random.nextInt(6)) {
            case 0 -> expect(random, plain);
            case 1, 2 -> store(random, plain);
            case 3, 4 -> explain(random, plain);
            default -> giveUp(random, plain);
        };
    }

    private static <T> T any(T[] all, SplittableRandom random) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private static SymbolSession anyLine(SplittableRandom random) {
        return new SymbolSession(
                SYMBOLS.get(random.nextInt(SYMBOLS.size())),
                TIMEFRAME,
                SESSIONS.get(random.nextInt(SESSIONS.size())).date());
    }

    /** Sometimes of a calendar that knows of fewer hours. */
    private String expect(SplittableRandom random, Plain plain) {
        List<ExpectedSession> sessions = new ArrayList<>();
        for (ExpectedSession session : SESSIONS) {
            if (random.nextInt(3) > 0) {
                int bars = random.nextInt(8) == 0 ? 4 : session.opens().size();
                sessions.add(new ExpectedSession(session.date(), session.opens().subList(0, bars)));
            }
        }
        Set<Instrument> symbols = new HashSet<>(SYMBOLS.subList(0, random.nextInt(SYMBOLS.size() + 1)));
        int added = 0;
        for (ExpectedSession session : sessions) {
            plain.opens.put(session.date(), Set.copyOf(session.opens()));
            for (Instrument symbol : symbols) {
                added += plain.lines.add(new SymbolSession(symbol, TIMEFRAME, session.date())) ? 1 : 0;
            }
        }
        assertThat(ledger.expect(TIMEFRAME, sessions, symbols)).isEqualTo(added);
        return "expect";
    }

    private String store(SplittableRandom random, Plain plain) {
        BarSource source = any(BarSource.values(), random);
        SymbolSession line = anyLine(random);
        BarSeries whole =
                MarketBars.of(line.instrument().symbol(), TIMEFRAME, line.date(), line.date(), random.nextLong());
        int most = random.nextInt(1, 14);
        BarSeries some = MarketBars.only(whole, open -> random.nextInt(13) < most);
        DATABASE.bars(TradingCalendar.nyse()).store(new BarBatch(source, NOW, List.of(some)));
        for (int bar = 0; bar < some.size(); bar++) {
            plain.bars(line).merge(some.openTime(bar), source, CoverageLawTest::higher);
        }
        ledger.recount(ALL);
        return "store " + source;
    }

    private static BarSource higher(BarSource one, BarSource other) {
        return other.grade() > one.grade() ? other : one;
    }

    private String explain(SplittableRandom random, Plain plain) {
        List<Absence> absences = new ArrayList<>();
        Set<List<Object>> taken = new HashSet<>();
        for (int number = random.nextInt(12); number > 0; number--) {
            SymbolSession line = anyLine(random);
            List<Instant> opens = SESSIONS.stream()
                    .filter(session -> session.date().equals(line.date()))
                    .findFirst()
                    .orElseThrow()
                    .opens();
            Instant open = opens.get(random.nextInt(opens.size()));
            AbsenceReason reason = any(AbsenceReason.values(), random);
            absences.add(new Absence(line, open, reason));
            if (plain.lines.contains(line) && plain.missing(line).contains(open)) {
                taken.add(List.of(line, open));
                plain.reasons(line).put(open, reason);
            }
        }
        assertThat(ledger.explain(absences, NOW)).isEqualTo(taken.size());
        return "explain";
    }

    private String giveUp(SplittableRandom random, Plain plain) {
        SymbolSession line = anyLine(random);
        AbsenceReason reason = any(AbsenceReason.values(), random);
        ledger.giveUp(List.of(new GivenUp(line, reason, "law")), NOW);
        if (plain.lines.contains(line)) {
            plain.missing(line).forEach(open -> plain.reasons(line).putIfAbsent(open, reason));
            plain.givenUp.add(line);
        }
        return "give up";
    }

    private void assertAgrees(Plain plain, String when) {
        List<Line> lines = view.lines(ALL);
        assertThat(lines).as(when).extracting(Line::line).containsExactlyInAnyOrderElementsOf(plain.lines);
        for (Line line : lines) {
            Count count = line.count();
            assertThat(count).as("%s, %s", when, line.line()).isEqualTo(plain.count(line.line()));
            assertThat(line.standing()).as("%s, %s", when, line.line()).isEqualTo(plain.standing(line.line()));
            assertThat(count.expected()).isEqualTo(count.present() + count.explained() + count.unexplained());
        }
        Set<AbsentBar> absent = new HashSet<>();
        for (SymbolSession line : plain.lines) {
            plain.missing(line)
                    .forEach(open -> absent.add(new AbsentBar(
                            line, open, Optional.ofNullable(plain.reasons(line).get(open)))));
        }
        assertThat(view.absent(ALL)).as(when).containsExactlyInAnyOrderElementsOf(absent);
        assertThat(view.totals(ALL).stream()
                        .mapToLong(total -> total.count().expected())
                        .sum())
                .as(when)
                .isEqualTo(lines.stream()
                        .mapToLong(line -> line.count().expected())
                        .sum());
    }
}
