package io.dgas.app.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.PredictionRepository.OpenEntry;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Entries that were told before a split or a dividend, watched session by session across its ex-date. Each random walk has
 * twins whose holders fare exactly alike: one without an event, and one for each event, recorded at other prices before it.
 * So the same is to be told of all twins.
 */
class RestatedEntriesTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    private static final LocalDate EX_DATE = LocalDate.of(2026, 10, 16);
    private static final Instant EX_OPEN = Instant.parse("2026-10-16T13:30:00Z");
    private static final Instant EX_CLOSE = Instant.parse("2026-10-16T20:00:00Z");
    private static final int WALKS = 40;

    /** Ten before the ex-date, and eleven from it on. */
    private static final int SESSIONS = 21;

    /** Entry, stop and target are on the tick of their day; the coarsest here is worth four cents of a later share. */
    private static final double TICKS = 0.06;

    /** What happens on the ex-date; its prices before are those of the walk times a factor. */
    enum Event {
        NONE(1),
        SPLIT(4),
        REVERSE(0.25),
        DIVIDEND(1 / 0.97),
        /** A split that becomes known only after the close of its first session. */
        LATE(4);

        private final double factor;

        Event(double factor) {
            this.factor = factor;
        }

        Instrument instrument(int walk) {
            return new Instrument(name() + walk);
        }

        BarSeries bars(int walk) {
            BarSeries smooth = MarketBars.of(name() + walk, Timeframe.D1, LAST.minusYears(1), LAST, walk);
            long open = EX_OPEN.getEpochSecond();
            return MarketBars.repriced(smooth, opened -> opened < open, price -> price * factor);
        }

        Stream<CorporateAction> action(int walk) {
            BarSeries before = bars(walk).closedBy(EX_OPEN);
            double amount = before.close(before.last()) * (1 - 1 / factor);
            return switch (this) {
                case NONE -> Stream.empty();
                case SPLIT, REVERSE -> Stream.of(new CorporateAction.Split(instrument(walk), EX_DATE, EX_OPEN, factor));
                case LATE ->
                    Stream.of(
                            new CorporateAction.Split(instrument(walk), EX_DATE, EX_CLOSE.plusSeconds(3_600), factor));
                case DIVIDEND ->
                    Stream.of(new CorporateAction.CashDividend(instrument(walk), EX_DATE, EX_OPEN, amount));
            };
        }
    }

    /** A signal of one twin, as it is to be of the others. */
    private record Told(String walk, SignalType type, SetUp setUp, Instant completedAt) {
        static Told of(StoredSignal signal) {
            String walk = signal.instrument().symbol().replaceAll("[A-Z]", "");
            return new Told(walk, signal.type(), signal.setUp(), signal.completedAt());
        }

        /** The entry that it ends, or it is itself. */
        Told opened(List<Told> all) {
            return all.stream()
                    .filter(entry -> entry.type.isEntry() && entry.walk.equals(walk) && entry.setUp == setUp)
                    .filter(entry -> !entry.completedAt.isAfter(completedAt))
                    .max(Comparator.comparing(Told::completedAt))
                    .orElseThrow();
        }
    }

    @TempDir
    static Path folder;

    private static StoredDgas dgas;
    private static List<StoredSignal> told;

    @BeforeAll
    static void watch() {
        dgas = new StoredDgas(folder);
        try (Repositories repositories = dgas.repositories()) {
            repositories.bars().store(new BarBatch(BarSource.IMPORT, EX_OPEN, ofAll(Event::bars)));
            repositories
                    .actions()
                    .store(ofAll(Event::action).stream().flatMap(each -> each).toList());
        }
        BarSeries any = Event.NONE.bars(0);
        for (int bar = any.size() - SESSIONS; bar < any.size(); bar++) {
            String asOf = any.closeTime(bar).toString();
            assertThat(dgas.run("predict", "--all", "--trading", "1d", "--higher", "1w", "--as-of", asOf)
                            .err())
                    .contains("recorded ");
        }
        try (Repositories repositories = dgas.repositories()) {
            told = repositories.predictions().signalsCompleted(Instant.MIN, Instant.MAX);
        }
    }

    private interface Of<T> {
        T twin(Event event, int walk);
    }

    private static <T> List<T> ofAll(Of<T> of) {
        return Stream.of(Event.values())
                .flatMap(event -> IntStream.range(0, WALKS).mapToObj(walk -> of.twin(event, walk)))
                .toList();
    }

    private static Stream<StoredSignal> stored(Event event) {
        return told.stream().filter(signal -> signal.instrument().symbol().startsWith(event.name()));
    }

    private static List<Told> told(Event event) {
        return stored(event).map(Told::of).toList();
    }

    /** What was told of entries that were told before the ex-date: themselves and their ends. */
    private static List<Told> toldOfEarlier(Event event) {
        List<Told> all = told(event);
        return all.stream()
                .filter(signal -> signal.opened(all).completedAt().isBefore(EX_OPEN))
                .toList();
    }

    private static Set<String> inForceAcross(Event event) {
        Set<Instrument> twins =
                IntStream.range(0, WALKS).mapToObj(event::instrument).collect(Collectors.toSet());
        try (Repositories repositories = dgas.repositories()) {
            return repositories.predictions().openEntries(twins, Timeframe.D1, EX_CLOSE).stream()
                    .map(OpenEntry::entry)
                    .filter(entry -> entry.id().completedAt().isBefore(EX_OPEN))
                    .map(entry -> entry.id().toString().substring(event.name().length()))
                    .collect(Collectors.toSet());
        }
    }

    /** Without these the tests below would show nothing. */
    @Test
    void manyEntriesAreInForceAcrossTheExDateAndEndInEachWayAfterIt() {
        assertThat(inForceAcross(Event.NONE))
                .hasSizeGreaterThan(10)
                .anyMatch(entry -> entry.contains(" LONG "))
                .anyMatch(entry -> entry.contains(" SHORT "));
        Set<Told> earlier = Set.copyOf(toldOfEarlier(Event.NONE));
        assertThat(stored(Event.NONE)
                        .filter(signal -> signal.completedAt().isAfter(EX_CLOSE) && earlier.contains(Told.of(signal))))
                .anyMatch(signal -> signal.type() == SignalType.EXIT_LONG)
                .anyMatch(signal -> signal.type() == SignalType.EXIT_SHORT)
                .anyMatch(signal -> signal.reason().startsWith("stop touched"))
                .anyMatch(signal -> signal.reason().startsWith("target touched"));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void anEntryInForceOnTheEveIsInForceAfterTheExDateAsItIsWithoutTheEvent(Event event) {
        assertThat(inForceAcross(event)).isEqualTo(inForceAcross(Event.NONE));
    }

    @ParameterizedTest
    @EnumSource(names = {"SPLIT", "REVERSE", "DIVIDEND"})
    void nothingIsEndedOrIssuedAgainThatWouldNotBeWithoutTheEvent(Event event) {
        assertThat(told(event)).containsExactlyInAnyOrderElementsOf(told(Event.NONE));
    }

    /** In between nothing is decided, since the bars do not fit; then what was told before goes on or ends as it would have. */
    @Test
    void aSplitThatBecomesKnownADayLateEndsNothingEither() {
        assertThat(toldOfEarlier(Event.LATE)).containsExactlyInAnyOrderElementsOf(toldOfEarlier(Event.NONE));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsToldAfterTheEventIsToldInPricesAfterIt(Event event) {
        Map<Told, StoredSignal> plain = stored(Event.NONE).collect(Collectors.toMap(Told::of, Function.identity()));
        Set<Told> earlier = Set.copyOf(toldOfEarlier(event));
        stored(event).filter(signal -> earlier.contains(Told.of(signal))).forEach(signal -> {
            double factor = signal.completedAt().isBefore(EX_OPEN) ? event.factor : 1;
            StoredSignal twin = Objects.requireNonNull(plain.get(Told.of(signal)), () -> "no twin of " + signal);
            assertThat(signal.price().doubleValue())
                    .as("%s", signal)
                    .isCloseTo(twin.price().doubleValue() * factor, within(TICKS * Math.max(1, factor)));
        });
    }
}
