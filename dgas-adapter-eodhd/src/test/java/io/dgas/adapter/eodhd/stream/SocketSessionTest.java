package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.StreamStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The course of a connection: how it begins, what ends it, and when the next one is tried. */
class SocketSessionTest extends SocketSessionHarness {

    @Test
    void nothingHappensWhileNothingIsWanted() {
        pass(300);

        assertThat(connects).isEmpty();
        assertThat(session.state()).isEqualTo(State.WAITING);
    }

    @Test
    void subscriptionsWaitForTheAuthorisation() {
        follow("AAPL", "MSFT");
        pass(1);
        assertThat(session.state()).isEqualTo(State.CONNECTING);
        on(OPENED);
        pass(9);
        assertThat(session.state()).isEqualTo(State.AUTHORISING);
        assertThat(sent).isEmpty();

        on(AUTHORISED);
        pass(1);
        assertThat(session.state()).isEqualTo(State.LIVE);
        assertThat(sent).containsExactly(subscribe("AAPL,MSFT"));
        assertThat(session.subscribed()).containsExactly("AAPL", "MSFT");
    }

    @Test
    void aConnectionThatDoesNotOpenOrIsNotAuthorisedIsReplaced() {
        follow("AAPL");
        pass(16);
        assertThat(drops).isEqualTo(1);
        assertThat(session.problem()).contains("the connection did not open within 15 s");
        pass(2);
        on(OPENED);
        pass(11);

        assertThat(drops).isEqualTo(2);
        assertThat(session.problem()).contains("not authorised within 10 s");
        assertThat(connects).hasSize(2);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void arefusedTokenStopsEverything(int status) {
        follow("A");
        pass(1);
        on(OPENED);
        on(new SocketEvent.Notice(status, "Server error"));
        pass(3600);

        assertThat(session.state()).isEqualTo(State.STOPPED);
        assertThat(connects).hasSize(1);
        assertThat(drops).isEqualTo(1);
        assertThat(session.problem()).contains("the vendor says " + status + " Server error");

        on(new SocketEvent.Distrusted("by hand"));
        pass(1);
        assertThat(connects).hasSize(2);
    }

    @Test
    void anErrorOfTheServerIsAFailureThatPasses() {
        live("A");
        on(new SocketEvent.Notice(500, "Server error"));
        assertThat(drops).isEqualTo(1);
        assertThat(session.subscribed()).isEmpty();
        pass(2);

        assertThat(connects).hasSize(2);
        assertThat(session.reconnects()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"401, 1", "403, 5"})
    void aForbiddenHandshakeEndsSoonerOrLater(int status, int tries) {
        follow("A");
        for (int i = 0; i < 3600; i++) {
            pass(1);
            if (session.state() == State.CONNECTING) {
                on(new SocketEvent.Refused(status, Optional.empty()));
            }
        }

        assertThat(connects).hasSize(tries);
        for (int i = 1; i < tries; i++) {
            assertThat(Duration.between(connects.get(i - 1), connects.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        }
        assertThat(session.state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aBusyHandshakeIsGivenTheTimeItWants() {
        follow("A");
        pass(1);
        on(new SocketEvent.Refused(429, Optional.of(Duration.ofSeconds(90))));
        pass(89);
        assertThat(connects).hasSize(1);
        pass(2);

        assertThat(connects).hasSize(2);
    }

    @Test
    void waitsGrowToAMinuteUntilThereIsDataAndNotBefore() {
        follow("A");
        for (int i = 0; i < 900; i++) {
            pass(1);
            if (session.state() == State.CONNECTING) {
                on(OPENED);
                on(AUTHORISED);
                on(new SocketEvent.Closed(1006, ""));
            }
        }
        List<Long> waits = IntStream.range(1, connects.size())
                .mapToObj(i ->
                        Duration.between(connects.get(i - 1), connects.get(i)).toSeconds())
                .toList();

        assertThat(waits.subList(0, 3)).allMatch(wait -> wait <= 5);
        assertThat(waits.subList(7, waits.size())).isNotEmpty().allMatch(wait -> 30 <= wait && wait <= 61);
        assertThat(Set.copyOf(waits.subList(7, waits.size()))).hasSizeGreaterThan(1);

        while (session.state() != State.CONNECTING) {
            pass(1);
        }
        on(OPENED);
        on(AUTHORISED);
        on(DATA);
        on(new SocketEvent.Failed("reset"));
        int before = connects.size();
        pass(3);
        assertThat(connects).hasSize(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1006, 1008, 1011})
    void everySubscriptionIsMadeAgainAfterAClose(int code) {
        live("A", "B");
        on(DATA);
        on(new SocketEvent.Closed(code, "going away"));
        assertThat(session.problem()).contains("closed by the vendor with code " + code + " going away");
        pass(2);
        on(OPENED);
        on(AUTHORISED);
        pass(1);

        assertThat(sent).containsExactly(subscribe("A,B"), subscribe("A,B"));
    }

    @Test
    void aConnectionThatAnswersItsPingsStays() {
        live("A");
        pass(600);

        assertThat(pings).isBetween(38, 41);
        assertThat(drops).isZero();
    }

    @Test
    void aHalfOpenConnectionIsGivenUpWithinHalfAMinute() {
        answersPings = false;
        live("A");
        pass(25);

        assertThat(pings).isEqualTo(1);
        assertThat(drops).isEqualTo(1);
        assertThat(session.problem()).contains("a ping was not answered within 8 s");
    }

    /** A demonstration's network is as slow as any. */
    @Test
    void aFastClockLeavesTheNetworkItsTime() {
        withClockSoFast(60);
        follow("A");
        pass(15 * 60);
        on(OPENED);
        pass(10 * 60);
        on(AUTHORISED);
        answersPings = false;
        pass(15 * 60 + 8 * 60);

        assertThat(drops).isZero();
        assertThat(sent).contains(subscribe("A"));
        pass(2);
        assertThat(drops).isEqualTo(1);
    }

    @Test
    void tradesAreAnAnswerToAPingToo() {
        answersPings = false;
        live("A");
        for (int i = 0; i < 600; i++) {
            on(DATA);
            pass(1);
        }

        assertThat(pings).isGreaterThan(30);
        assertThat(drops).isZero();
    }

    @Test
    void aDistrustedConnectionIsReplacedAndOneThatIsOpeningIsNot() {
        live("A");
        on(DATA);
        on(new SocketEvent.Distrusted("30 of 50 symbols are silent"));
        pass(2);
        assertThat(connects).hasSize(2);
        on(new SocketEvent.Distrusted("30 of 50 symbols are silent"));
        on(OPENED);
        on(AUTHORISED);
        pass(5);

        assertThat(connects).hasSize(2);
        assertThat(session.state()).isEqualTo(State.LIVE);
    }
}
