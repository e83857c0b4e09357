package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Outbox.Knowledge;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import io.dgas.testkit.OutboxContract;
import io.dgas.testkit.Signals;
import io.dgas.testkit.UnmarkedRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JooqOutboxTest implements OutboxContract {

    private static final Database DATABASE = TestDatabase.open();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    public Outbox outbox() {
        return DATABASE.outbox();
    }

    @Override
    public void announce(Signal.Entry signal, List<Announcement> announcements, Instant now) {
        DATABASE.predictions().record(UnmarkedRun.of(List.of(signal), now), issued -> announcements);
    }

    @Test
    void whatIsDeliveredMarksEachOfItsSignalsAsTold() {
        Instant completed = Instant.parse("2026-06-01T14:00:00Z");
        List<Signal> signals = List.of(
                Signals.entry("AAPL", completed, SignalType.LONG), Signals.entry("IBM", completed, SignalType.SHORT));
        Announcement digest = new Announcement(
                new NoticeId("digest"),
                DISCORD,
                Kind.DIGEST,
                signals.stream().map(Signal::id).toList(),
                EXPIRY);
        DATABASE.predictions().record(UnmarkedRun.of(signals, NOW), issued -> List.of(digest));
        long id = outbox().due(DISCORD, NOW, 1).getFirst().id();
        assertThat(told()).isEqualTo(List.of(Optional.empty(), Optional.empty()));
        outbox().note(id, new Knowledge(State.DELIVERED, NOW, Optional.of("7"), Optional.empty()), NOW.plusSeconds(2));
        outbox().note(id, new Knowledge(State.DELIVERED, NOW, Optional.of("8"), Optional.empty()), NOW.plusSeconds(9));
        assertThat(told()).containsOnly(Optional.of(NOW.plusSeconds(2)));
    }

    private static List<Optional<Instant>> told() {
        return DATABASE.predictions().signalsCompleted(Instant.MIN, Instant.MAX).stream()
                .map(signal -> signal.notifiedAt())
                .toList();
    }
}
