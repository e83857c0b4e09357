package io.dgas.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.delivery.SignalAnnouncing;
import io.dgas.application.delivery.SignalAnnouncing.Thresholds;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import io.dgas.domain.signal.SignalType;
import io.dgas.testkit.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalAnnouncingTest {

    /** A Thursday. */
    private static final Instant CLOSE = Instant.parse("2016-12-01T21:00:00Z");

    private static final Signal.Entry APPLE = Signals.entry("AAPL", CLOSE, SignalType.LONG);
    private static final Signal.Entry IBM = Signals.entry("IBM", CLOSE, SignalType.SHORT);
    private static final double REACHED = APPLE.confidence().value();

    private static SignalAnnouncing announcing(double threshold, int most, SignalId... announced) {
        return new SignalAnnouncing(
                new Thresholds(threshold, 0),
                Set.of(new Channel("discord", "42")),
                most,
                Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION),
                CLOSE,
                Set.of(announced));
    }

    @Test
    void anEntryIsToldThatReachesTheThresholds() {
        assertThat(announcing(REACHED, 5).of(List.of(APPLE)))
                .singleElement()
                .satisfies(told -> assertThat(told.notice().text())
                        .isEqualTo("AAPL 1d 2016-12-01T21:00:00Z LONG TREND_CONTINUATION"));
        assertThat(announcing(Math.nextUp(REACHED), 5).of(List.of(APPLE))).isEmpty();
    }

    @Test
    void anExitIsToldOfAnEntryThatWasAnnounced() {
        Signal exit = Signals.exit(APPLE, CLOSE.plusSeconds(86_400));
        assertThat(announcing(0, 5, APPLE.id()).of(List.of(exit))).hasSize(1);
        assertThat(announcing(0, 5).of(List.of(exit))).isEmpty();
    }

    @Test
    void anEntryExpiresWithTheNextBarAndAnExitWithTheNextSession() {
        Instant friday = Instant.parse("2016-12-02T21:00:00Z");
        Instant monday = Instant.parse("2016-12-05T21:00:00Z");
        assertThat(announcing(0, 5).of(List.of(APPLE)))
                .extracting(Announcement::expiresAt)
                .containsExactly(friday);
        Signal exit = Signals.exit(APPLE, friday);
        assertThat(announcing(0, 5, APPLE.id()).of(List.of(exit)))
                .extracting(Announcement::expiresAt)
                .containsExactly(monday);
    }

    @Test
    void moreThanSoManyAreToldTogetherExitsFirst() {
        Signal exit = Signals.exit(Signals.entry("MSFT", CLOSE.minusSeconds(86_400), SignalType.LONG), CLOSE);
        SignalId opened = ((Signal.Exit) exit).opened();
        assertThat(announcing(0, 3, opened).of(List.of(IBM, APPLE, exit))).hasSize(3);
        assertThat(announcing(0, 2, opened).of(List.of(IBM, APPLE, exit)))
                .singleElement()
                .satisfies(digest -> {
                    assertThat(digest.kind()).isEqualTo(Kind.DIGEST);
                    assertThat(digest.signals()).containsExactly(exit.id(), APPLE.id(), IBM.id());
                });
    }

    /** Two runs may decide for one time, each with signals that are new. */
    @Test
    void digestsOfOneTimeAboutOtherSignalsAreTwoNotices() {
        Signal.Entry third = Signals.entry("MSFT", CLOSE, SignalType.LONG);
        Announcement one = announcing(0, 1).of(List.of(APPLE, IBM)).getFirst();
        Announcement other = announcing(0, 1).of(List.of(APPLE, third)).getFirst();
        assertThat(one.notice()).isNotEqualTo(other.notice());
        assertThat(announcing(0, 1).of(List.of(IBM, APPLE)).getFirst().notice()).isEqualTo(one.notice());
    }
}
