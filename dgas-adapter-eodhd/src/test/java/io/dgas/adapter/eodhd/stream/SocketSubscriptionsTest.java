package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is subscribed on a connection, and what the vendor refuses of it. */
class SocketSubscriptionsTest extends SocketSessionHarness {

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
}
