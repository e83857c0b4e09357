package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.Recorded;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcing;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link PredictionRepository} does. */
public interface PredictionRepositoryContract {

    Instant CLOSE = Instant.parse("2016-12-01T21:00:00Z");

    /** The repository under test; empty when a test begins. */
    PredictionRepository predictions();

    private int record(Signal... signals) {
        return predictions().record(run(List.of(signals)));
    }

    private static PredictionRun run(List<Signal> signals) {
        return new PredictionRun(
                CLOSE.plusSeconds(5),
                CLOSE,
                Optional.empty(),
                new Timeframes(Timeframe.D1, List.of(Timeframe.W1, Timeframe.MO1)),
                RunStatus.PARTIAL,
                345,
                2,
                Optional.empty(),
                Map.of("gather", Duration.ofMillis(750)),
                UnmarkedRun.BASIS,
                signals);
    }

    private List<StoredSignal> all() {
        return predictions().signalsCompleted(Instant.MIN, Instant.MAX);
    }

    @Test
    default void tellsNothingAtFirst() {
        assertThat(all()).isEmpty();
        assertThat(predictions().newestSignal()).isEmpty();
        assertThat(record()).isZero();
        assertThat(all()).isEmpty();
    }

    @Test
    default void givesBackAnEntryAsItWasIssued() {
        Signal.Entry entry = Signals.entry("AAPL", CLOSE, SignalType.LONG);
        assertThat(record(entry)).isEqualTo(1);
        assertThat(all())
                .containsExactly(new StoredSignal(
                        entry.id().instrument(),
                        SignalType.LONG,
                        entry.id().setUp(),
                        Timeframe.D1,
                        CLOSE,
                        entry.protection().entry(),
                        Optional.of(entry.protection().stop()),
                        Optional.of(entry.protection().target()),
                        Optional.of(entry.confidence().value()),
                        Optional.of(entry.strength().value()),
                        Optional.of(entry.protection().riskReward()),
                        entry.reason(),
                        Optional.empty()));
    }

    @Test
    default void givesBackAnExitWithoutWhatOnlyEntriesHave() {
        Signal.Exit exit = Signals.exit(Signals.entry("AAPL", CLOSE, SignalType.SHORT), CLOSE.plusSeconds(86_400));
        assertThat(record(exit)).isEqualTo(1);
        StoredSignal stored = all().getFirst();
        assertThat(stored.type()).isEqualTo(SignalType.EXIT_SHORT);
        assertThat(stored.price()).isEqualTo(exit.price());
        assertThat(List.of(stored.stop(), stored.target(), stored.confidence(), stored.strength(), stored.riskReward()))
                .containsOnly(Optional.empty());
    }

    @Test
    default void storesASignalOnce() {
        Signal.Entry entry = Signals.entry("AAPL", CLOSE, SignalType.LONG);
        Signal.Entry again = new Signal.Entry(
                entry.id(),
                entry.protection(),
                entry.confidence(),
                entry.strength(),
                entry.candidate(),
                "another reason");
        assertThat(record(entry)).isEqualTo(1);
        assertThat(record(again, Signals.entry("IBM", CLOSE, SignalType.LONG))).isEqualTo(1);
        assertThat(all()).hasSize(2).first().extracting(StoredSignal::reason).isEqualTo(entry.reason());
        assertThat(record(again, again)).isZero();
    }

    @Test
    default void tellsSignalsOfATimeNewestFirst() {
        Instant before = CLOSE.minusSeconds(86_400);
        record(
                Signals.entry("MSFT", before, SignalType.LONG),
                Signals.entry("IBM", CLOSE, SignalType.LONG),
                Signals.entry("AAPL", CLOSE, SignalType.SHORT));
        assertThat(all()).extracting(signal -> signal.instrument().symbol()).containsExactly("AAPL", "IBM", "MSFT");
        assertThat(predictions().signalsCompleted(before, CLOSE)).hasSize(2);
        assertThat(predictions().signalsCompleted(before.minusNanos(1_000), before))
                .hasSize(1);
        assertThat(predictions().signalsCompleted(CLOSE, Instant.MAX)).isEmpty();
        assertThat(predictions().newestSignal()).contains(CLOSE);
    }

    @Test
    default void keepsThePricesAsWritten() {
        record(Signals.entry("AAPL", CLOSE, SignalType.LONG));
        assertThat(all().getFirst().price()).hasToString("100.50");
        assertThat(all().getFirst().instrument()).isEqualTo(new Instrument("AAPL"));
    }

    @Test
    default void tellsTheEntriesThatNoExitHasEnded() {
        Instant next = CLOSE.plusSeconds(86_400);
        Signal.Entry ended = Signals.entry("AAPL", CLOSE, SignalType.LONG);
        Signal.Entry open = Signals.entry("IBM", CLOSE, SignalType.SHORT);
        record(ended, open, Signals.entry("MSFT", CLOSE, SignalType.LONG));
        record(Signals.exit(ended, next));
        Set<Instrument> asked = Set.of(new Instrument("AAPL"), new Instrument("IBM"));

        assertThat(predictions().openEntries(asked, Timeframe.D1, next))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.entry().id()).isEqualTo(open.id());
                    assertThat(found.entry().protection().stop())
                            .isEqualByComparingTo(open.protection().stop());
                    assertThat(found.entry().protection().target())
                            .isEqualByComparingTo(open.protection().target());
                    assertThat(found.isAnnounced()).isFalse();
                });
        assertThat(predictions().openEntries(asked, Timeframe.D1, next.minusSeconds(1)))
                .as("before the exit was completed")
                .hasSize(2);
        assertThat(predictions().openEntries(asked, Timeframe.D1, CLOSE)).isEmpty();
        assertThat(predictions().openEntries(asked, Timeframe.H1, next)).isEmpty();
    }

    @Test
    default void announcesWhatIsNewAndNothingTwice() {
        Signal.Entry entry = Signals.entry("AAPL", CLOSE, SignalType.LONG);
        List<List<Signal>> told = new ArrayList<>();
        Announcing announcing = issued -> {
            told.add(issued);
            return issued.stream()
                    .map(signal -> new Announcement(
                            new NoticeId(signal.id().toString()),
                            new Channel("discord", "42"),
                            Announcement.Kind.SIGNAL,
                            List.of(signal.id()),
                            CLOSE.plusSeconds(1_800)))
                    .toList();
        };
        Recorded first = predictions().record(run(List.of(entry)), announcing);
        assertThat(first.newSignals()).isEqualTo(1);
        assertThat(first.announced()).isEqualTo(1);
        Recorded again = predictions().record(run(List.of(entry)), announcing);
        assertThat(again.announced()).isZero();
        assertThat(told).isEqualTo(List.of(List.of(entry), List.of()));
        assertThat(predictions().openEntries(Set.of(entry.id().instrument()), Timeframe.D1, CLOSE.plusSeconds(1)))
                .singleElement()
                .matches(PredictionRepository.OpenEntry::isAnnounced);
    }

    @Test
    default void findsSignalsByTheirIds() {
        record(Signals.entry("AAPL", CLOSE, SignalType.LONG));
        PredictionRepository.IssuedSignal found =
                predictions().issued(List.of(1L, 999L)).getFirst();
        assertThat(found.signal()).isEqualTo(all().getFirst());
        assertThat(found.higher()).containsExactly(Timeframe.W1, Timeframe.MO1);
        assertThat(found.asOf()).isEqualTo(CLOSE);
    }
}
