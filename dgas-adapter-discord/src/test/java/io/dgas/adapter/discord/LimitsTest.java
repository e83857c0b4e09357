package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.notice.Sending;
import io.dgas.application.port.out.notice.Sending.Delivered;
import io.dgas.application.port.out.notice.Sending.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest extends DiscordTest {

    private int sent;

    private Sending sendNext() {
        sent++;
        return send(Notices.withoutPicture("n" + sent));
    }

    private Duration pauseOf(Sending sending) {
        assertThat(sending).isInstanceOf(Later.class);
        return ((Later) sending).pause();
    }

    @Test
    void aBucketThatIsUsedUpIsNotTried() {
        for (int each = 0; each < 5; each++) {
            assertThat(sendNext()).isInstanceOf(Delivered.class);
        }
        Duration pause = pauseOf(sendNext());
        assertThat(requests()).isEqualTo(5);
        assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_300));
        advance(pause);
        assertThat(sendNext()).isInstanceOf(Delivered.class);
    }

    /** The pause is kept to the end, without a request before; then the same notice is delivered. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'kind':'rate-limited','retryAfter':1.337|1337",
                "'kind':'rate-limited','body':'body-only','retryAfter':2.5|2500",
                "'kind':'rate-limited','body':'header-only','retryAfter':1.337|2000",
                "'kind':'rate-limited-shared'|1336570",
                "'kind':'rate-limited-global'|64570",
                "'kind':'rate-limited-without-via','retryAfter':7|7000",
                "'kind':'edge-rate-limited'|60000",
                "'kind':'edge-rate-limited','body':'text'|60000",
                "'kind':'edge-rate-limited','body':'json'|60000",
                "'kind':'edge-rate-limited','retryAfter':600|600000",
                "'kind':'edge-rate-limited','retryAfter':3|60000"
            })
    void everyKindOf429AsksForItsPause(String fault, long millis) {
        order(fault + ",'times':1");
        Duration pause = pauseOf(sendNext());
        assertThat(pause).isBetween(Duration.ofMillis(millis + 50), Duration.ofMillis(millis + 250));
        advance(pause.minusMillis(1));
        assertThat(pauseOf(send(Notices.withoutPicture("n1")))).isEqualTo(Duration.ofMillis(1));
        assertThat(requests()).isEqualTo(1);
        advance(Duration.ofMillis(1));
        assertThat(send(Notices.withoutPicture("n1"))).isInstanceOf(Delivered.class);
        onlyMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, false",
        "rate-limited-shared, false",
        "rate-limited-global, true",
        "edge-rate-limited, true",
        "rate-limited-without-via, true"
    })
    void onlyAGlobalPauseStopsTheOtherRoutes(String kind, boolean all) {
        order("'kind':'" + kind + "','route':'create','times':1");
        sendNext();
        long before = requests();
        find("n1");
        assertThat(requests() == before).isEqualTo(all);
    }

    @Test
    void theEdgesPauseDoublesToAnHourAndBeginsAnewAfterSuccess() {
        List<Long> minutes = new ArrayList<>();
        order("'kind':'edge-rate-limited','times':8");
        for (int each = 0; each < 8; each++) {
            Duration pause = pauseOf(send(Notices.withoutPicture("same")));
            minutes.add(pause.toMinutes());
            advance(pause);
        }
        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(send(Notices.withoutPicture("same"))).isInstanceOf(Delivered.class);
        order("'kind':'edge-rate-limited','times':1");
        assertThat(pauseOf(sendNext()).toMinutes()).isEqualTo(1);
    }

    @Test
    void answersWithoutHeadersStopNothingAndDiscordsOwnRefusalIsHeeded() {
        order("'kind':'headers-missing'");
        for (int each = 0; each < 5; each++) {
            assertThat(sendNext()).isInstanceOf(Delivered.class);
        }
        assertThat(pauseOf(sendNext())).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_300));
        assertThat(requests()).isEqualTo(6);
    }

    @Test
    void aBucketThatIsExchangedIsCountedAfresh() {
        for (int each = 0; each < 3; each++) {
            sendNext();
        }
        order("'kind':'bucket-changed','times':1");
        assertThat(sendNext()).isInstanceOf(Delivered.class);
        simulator.endFaults();
        int more = 0;
        while (sendNext() instanceof Delivered) {
            more++;
        }
        // the headers of the change tell one request left; the next tells the fresh bucket's own
        assertThat(more).isEqualTo(5);
        assertThat(simulator.requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void aResetInThePastIsNotBelievedWhereDiscordCountsTheSecondsToo() {
        order("'kind':'reset-in-past'");
        for (int each = 0; each < 5; each++) {
            assertThat(sendNext()).isInstanceOf(Delivered.class);
        }
        assertThat(pauseOf(sendNext())).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_300));
        assertThat(requests()).isEqualTo(5);
    }

    @Test
    void aClockThatIsSetBackEndsAPause() {
        order("'kind':'rate-limited-global','times':1");
        pauseOf(sendNext());
        simulator.clock().set(Notices.NOW.minus(Duration.ofHours(1)));
        assertThat(sendNext()).isInstanceOf(Delivered.class);
    }

    @Test
    void ofOurOwnWeMakeNoMoreThanFiftyASecond() {
        RateLimits limits = new RateLimits();
        for (int each = 0; each < 50; each++) {
            assertThat(limits.before("create", Notices.NOW)).isEmpty();
            limits.count("create", Notices.NOW);
        }
        assertThat(limits.before("create", Notices.NOW.plusMillis(400)))
                .get()
                .extracting(Exchange.Waiting::pause)
                .isEqualTo(Duration.ofMillis(600));
        assertThat(limits.before("create", Notices.NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void aHundredNoticesAreDeliveredWithoutASingleRefusalOfTheLimit() {
        for (int each = 0; each < 100; each++) {
            Sending sending = send(Notices.withoutPicture("many " + each));
            while (sending instanceof Later later) {
                advance(later.pause());
                sending = send(Notices.withoutPicture("many " + each));
            }
            assertThat(sending).isInstanceOf(Delivered.class);
        }
        assertThat(simulator.messages()).hasSize(100);
        assertThat(simulator.requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void aBanIsSatOut() throws Exception {
        notifier.close();
        order("'kind':'invalid-limit-lowered','count':3");
        order("'kind':'missing-access','times':3");
        notifier = new DiscordNotifier(settings(TIMEOUT), simulator.clock());
        for (int each = 0; each < 3; each++) {
            send(Notices.withoutPicture("banned"));
        }
        Duration waited = Duration.ZERO;
        Sending sending = send(Notices.withoutPicture("banned"));
        while (sending instanceof Later later) {
            advance(later.pause());
            waited = waited.plus(later.pause());
            sending = send(Notices.withoutPicture("banned"));
        }
        assertThat(sending).isInstanceOf(Delivered.class);
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }
}
