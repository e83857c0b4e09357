package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Outbox.Knowledge;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} does. */
public interface OutboxContract {

    Instant NOW = Instant.parse("2026-06-01T14:00:50Z");
    Instant EXPIRY = Instant.parse("2026-06-01T14:30:00Z");
    Channel DISCORD = new Channel("discord", "42");
    Channel CONSOLE = new Channel("console", "");

    /** The outbox under test; empty when a test begins. */
    Outbox outbox();

    /** Stores a signal and what is announced of it. */
    void announce(Signal.Entry signal, List<Announcement> announcements, Instant now);

    private Signal.Entry announce(String symbol, Channel... channels) {
        Signal.Entry signal = Signals.entry(symbol, Instant.parse("2026-06-01T14:00:00Z"), SignalType.LONG);
        NoticeId notice = new NoticeId(signal.id().toString());
        announce(
                signal,
                List.of(channels).stream()
                        .map(channel -> new Announcement(notice, channel, Kind.SIGNAL, List.of(signal.id()), EXPIRY))
                        .toList(),
                NOW);
        return signal;
    }

    private Parcel only() {
        List<Parcel> all = outbox().list(EnumSet.allOf(State.class), 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void note(State state, Instant next) {
        outbox().note(only().id(), new Knowledge(state, next, Optional.of("777"), Optional.of("why")), NOW);
    }

    @Test
    default void whatIsAnnouncedIsDueOnItsChannelAlone() {
        announce("AAPL", DISCORD);
        Parcel parcel = outbox().due(DISCORD, NOW, 10).getFirst();
        assertThat(parcel.notice().text()).isEqualTo("AAPL 1d 2026-06-01T14:00:00Z LONG TREND_CONTINUATION");
        assertThat(parcel.state()).isEqualTo(State.WAITING);
        assertThat(parcel.expiresAt()).isEqualTo(EXPIRY);
        assertThat(parcel.signalIds()).hasSize(1);
        assertThat(outbox().due(CONSOLE, NOW, 10)).isEmpty();
        assertThat(outbox().due(DISCORD, NOW.minusSeconds(1), 10)).isEmpty();
    }

    @Test
    default void theSameIsAnnouncedOnceOnEachChannel() {
        announce("AAPL", DISCORD);
        announce("AAPL", DISCORD, CONSOLE);
        assertThat(outbox().list(EnumSet.allOf(State.class), 10)).hasSize(2);
        assertThat(outbox().due(DISCORD, NOW, 10)).hasSize(1);
    }

    @Test
    default void aTryThatBeganLeavesTheOutcomeUnknownSinceTheFirst() {
        announce("AAPL", DISCORD);
        outbox().begin(only().id(), NOW);
        Parcel again = outbox().begin(only().id(), NOW.plusSeconds(5)).orElseThrow();
        assertThat(again).isEqualTo(only());
        assertThat(again.state()).isEqualTo(State.UNCERTAIN);
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.firstTriedAt()).contains(NOW);
    }

    @Test
    default void whatIsCertainlyNotThereBeginsAnew() {
        announce("AAPL", DISCORD);
        outbox().begin(only().id(), NOW);
        note(State.WAITING, NOW.plusSeconds(9));
        assertThat(only().firstTriedAt()).isEmpty();
        assertThat(only().error()).contains("why");
        assertThat(outbox().due(DISCORD, NOW.plusSeconds(8), 10)).isEmpty();
        Parcel anew = outbox().begin(only().id(), NOW.plusSeconds(9)).orElseThrow();
        assertThat(anew.firstTriedAt()).contains(NOW.plusSeconds(9));
    }

    @Test
    default void whatIsDeliveredIsLeftAlone() {
        announce("AAPL", DISCORD);
        outbox().begin(only().id(), NOW);
        note(State.DELIVERED, NOW);
        assertThat(only().receipt()).contains("777");
        assertThat(only().error()).as("what is not shown of it").contains("why");
        assertThat(only().settledAt()).contains(NOW);
        note(State.WAITING, NOW);
        assertThat(outbox().begin(only().id(), NOW)).isEmpty();
        assertThat(outbox().retry(only().id(), EXPIRY, NOW)).isFalse();
        assertThat(outbox().discard(only().id(), NOW)).isFalse();
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(outbox().due(DISCORD, NOW.plusSeconds(9_999), 10)).isEmpty();
    }

    @Test
    default void whatWasRefusedCanBeTriedAgainAndIsLookedForFirst() {
        announce("AAPL", DISCORD);
        outbox().begin(only().id(), NOW);
        note(State.REFUSED, NOW);
        Instant later = EXPIRY.plusSeconds(60);
        assertThat(outbox().retry(only().id(), later.plusSeconds(1_800), later)).isTrue();
        assertThat(only().state()).isEqualTo(State.UNCERTAIN);
        assertThat(only().firstTriedAt()).contains(NOW);
        assertThat(only().expiresAt()).isEqualTo(later.plusSeconds(1_800));
        assertThat(only().settledAt()).isEmpty();
    }

    @Test
    default void whatExpiredUntriedWaitsAgainWhenItIsRetried() {
        announce("AAPL", DISCORD);
        note(State.EXPIRED, NOW);
        assertThat(outbox().retry(only().id(), EXPIRY.plusSeconds(1_800), EXPIRY))
                .isTrue();
        assertThat(only().state()).isEqualTo(State.WAITING);
    }

    @Test
    default void discardingIsForWhatIsNotTold() {
        announce("AAPL", DISCORD);
        assertThat(outbox().discard(only().id(), NOW)).isTrue();
        assertThat(only().state()).isEqualTo(State.DISCARDED);
        assertThat(outbox().discard(99, NOW)).isFalse();
    }

    @Test
    default void countsWhatIsNewAndWhatIsOpen() {
        announce("AAPL", DISCORD);
        announce("IBM", DISCORD, CONSOLE);
        outbox().begin(outbox().due(CONSOLE, NOW, 1).getFirst().id(), NOW);
        assertThat(outbox().counts(NOW)).isEqualTo(Map.of(State.WAITING, 2, State.UNCERTAIN, 1));
        assertThat(outbox().counts(NOW.plusSeconds(1))).isEqualTo(Map.of(State.WAITING, 2, State.UNCERTAIN, 1));
        outbox().discard(outbox().due(DISCORD, NOW, 1).getFirst().id(), NOW);
        assertThat(outbox().counts(NOW.plusSeconds(1))).isEqualTo(Map.of(State.WAITING, 1, State.UNCERTAIN, 1));
    }
}
