package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.StreamStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The course of a connection, second by second on a clock of its own. */
class SocketSessionTest {

    private static final Instant START = Instant.parse("2026-06-02T13:30:00Z");
    private static final SocketEvent OPENED = new SocketEvent.Opened();
    private static final SocketEvent AUTHORISED = new SocketEvent.Notice(200, "Authorized");
    private static final SocketEvent NO_ROOM = new SocketEvent.Notice(422, "Symbols limit reached");
    private static final SocketEvent DATA = new SocketEvent.Data();
    private static final SocketEvent HEARD = new SocketEvent.Heard();

    private SocketSession session = new SocketSession(StreamRules.of(50), new SplittableRandom(1));
    private Instant now = START;
    private final List<String> sent = new ArrayList<>();
    private final List<Instant> connects = new ArrayList<>();
    private int pings;
    private int drops;
    private boolean answersPings = true;

    private void with(int cap, int symbolsPerFrame) {
        StreamRules usual = StreamRules.of(cap);
        session = new SocketSession(
                new StreamRules(cap, symbolsPerFrame, usual.patience(), usual.retries()), new SplittableRandom(1));
    }

    private void on(SocketEvent event) {
        session.on(event, now).forEach(this::note);
    }

    private void note(SocketAction action) {
        switch (action) {
            case SocketAction.Connect connect -> connects.add(now);
            case SocketAction.Send send -> sent.add(send.frame());
            case SocketAction.Drop drop -> drops++;
            case SocketAction.Ping ping -> {
                pings++;
                if (answersPings) {
                    on(HEARD);
                }
            }
        }
    }

    /** Lets so many seconds pass, looking at the clock at each. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            session.tick(now).forEach(this::note);
            now = now.plusSeconds(1);
        }
    }

    private void follow(String... symbols) {
        on(new SocketEvent.Wanted(List.of(symbols)));
    }

    private void live(String... symbols) {
        follow(symbols);
        pass(1);
        on(OPENED);
        on(AUTHORISED);
        pass(1);
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toArray(String[]::new);
    }

    private static String subscribe(String symbols) {
        return "{\"action\":\"subscribe\",\"symbols\":\"" + symbols + "\"}";
    }

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

    @Test
    void symbolsGoOutInFramesWithAPauseForARefusal() {
        with(5, 2);
        live("A", "B", "C", "D", "E", "F");
        assertThat(sent).containsExactly(subscribe("A,B"));
        pass(10);

        assertThat(sent).containsExactly(subscribe("A,B"), subscribe("C,D"), subscribe("E"));
        assertThat(session.refused()).containsOnlyKeys("F");
        assertThat(session.refused().get("F")).contains("5 symbols");
    }

    @Test
    void aChangeOfWhatIsWantedIsSentAsTheDifference() {
        live("A", "B", "C");
        follow("D", "B");
        pass(10);

        assertThat(sent)
                .containsExactly(
                        subscribe("A,B,C"), "{\"action\":\"unsubscribe\",\"symbols\":\"A,C\"}", subscribe("D"));
        assertThat(session.subscribed()).containsExactlyInAnyOrder("B", "D");
    }

    @Test
    void roomThatADroppedConnectionHoldsIsWaitedFor() {
        live(many(50));
        on(NO_ROOM);
        pass(59);
        assertThat(sent).hasSize(1);
        assertThat(session.subscribed()).isEmpty();
        pass(2);
        on(NO_ROOM);
        pass(61);
        pass(30);

        assertThat(sent).hasSize(3).containsOnly(subscribe(String.join(",", many(50))));
        assertThat(session.subscribed()).hasSize(50);
        assertThat(session.refused()).isEmpty();
    }

    /** The vendor as it counts: a frame is taken whole or not at all. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 24, 25, 30, 49, 50})
    void aLimitBelowTheSettingsIsFoundToTheSymbolAndTheRestIsFlagged(int limit) {
        with(50, 20);
        live(many(50));
        Set<String> held = new LinkedHashSet<>();
        int answered = 0;
        for (int second = 0; second < 700; second++) {
            while (answered < sent.size()) {
                Set<String> more = new LinkedHashSet<>(held);
                more.addAll(List.of(sent.get(answered++)
                        .replaceAll(".*symbols\":\"|\"}", "")
                        .split(",", -1)));
                if (more.size() > limit) {
                    on(NO_ROOM);
                } else {
                    held = more;
                }
            }
            on(DATA);
            pass(1);
        }

        assertThat(held).hasSize(limit);
        assertThat(session.subscribed()).containsExactlyInAnyOrderElementsOf(held);
        assertThat(session.refused()).hasSize(50 - limit);
        assertThat(connects).hasSize(1);
        assertThat(held).containsExactlyInAnyOrder(many(limit));
    }

    @Test
    void theFourthRetryIsNotTheLast() {
        live(many(2));
        for (int i = 0; i < 4; i++) {
            on(NO_ROOM);
            pass(61);
        }
        assertThat(sent).hasSize(5).containsOnly(subscribe("S0,S1"));
        on(NO_ROOM);
        pass(5);

        assertThat(sent).hasSize(7).endsWith(subscribe("S0"), subscribe("S1"));
    }

    @Test
    void whatWasGivenUpIsTriedAgainLater() {
        live("A");
        for (int i = 0; i < 6; i++) {
            on(NO_ROOM);
            pass(61);
        }
        assertThat(session.refused()).containsOnlyKeys("A");
        int before = sent.size();
        for (int i = 0; i < 15; i++) {
            pass(60);
        }

        assertThat(sent).hasSize(before + 1);
        assertThat(session.refused()).isEmpty();
        assertThat(session.subscribed()).containsExactly("A");
    }

    @Test
    void whatIsNotServedIsFoundOneByOne() {
        live("AAPL", "IBM", "TSLA");
        SocketEvent demo = new SocketEvent.Notice(422, "Only limited symbols allowed for demo");
        on(demo);
        pass(3);
        assertThat(sent).endsWith(subscribe("AAPL"));
        pass(2);
        assertThat(sent).endsWith(subscribe("IBM"));
        on(demo);
        pass(10);

        assertThat(session.subscribed()).containsExactlyInAnyOrder("AAPL", "TSLA");
        assertThat(session.refused()).containsOnlyKeys("IBM");
        assertThat(session.refused().get("IBM")).isEqualTo("Only limited symbols allowed for demo");
    }

    @Test
    void subscriptionsThatComeTooFastAreSentAgain() {
        live("A", "B");
        on(new SocketEvent.Notice(429, "Too many subscription requests"));
        pass(58);
        assertThat(sent).hasSize(1);
        pass(5);

        assertThat(sent).containsExactly(subscribe("A,B"), subscribe("A,B"));
    }

    @Test
    void silentSymbolsAreSubscribedAgainEachForItself() {
        live("A", "B", "C");
        on(new SocketEvent.Silent(Set.of("C", "A", "UNKNOWN")));
        pass(10);
        assertThat(sent).containsExactly(subscribe("A,B,C"), subscribe("A"), subscribe("C"));

        on(NO_ROOM);
        pass(70);
        assertThat(session.subscribed()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(sent).hasSize(3);
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
