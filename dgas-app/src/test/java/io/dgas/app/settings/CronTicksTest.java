package io.dgas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.schedule.MarketHours;
import io.dgas.application.schedule.TickRule;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ticks by cron and zone, around the clock and in market hours. */
class CronTicksTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static CronTicks cron(String expression) {
        return new CronTicks(new CronExpression(expression), NEW_YORK);
    }

    private static List<String> following(TickRule rule, String time, int count) {
        List<String> ticks = new ArrayList<>();
        Instant tick = Instant.parse(time);
        for (int i = 0; i < count; i++) {
            tick = rule.after(tick);
            ticks.add(tick.toString());
        }
        return ticks;
    }

    @Test
    void firesEachQuarterOfAnHourByItsZone() {
        assertThat(following(cron("*/15 * * * *"), "2026-07-15T13:59:59.999Z", 3))
                .containsExactly("2026-07-15T14:00:00Z", "2026-07-15T14:15:00Z", "2026-07-15T14:30:00Z");
        assertThat(following(cron("35 9 * * 1-5"), "2026-03-06T12:00:00Z", 2))
                .as("summer time begins on Sunday")
                .containsExactly("2026-03-06T14:35:00Z", "2026-03-09T13:35:00Z");
    }

    /** 02:30 does not exist on 2026-03-08, and 01:30 comes twice on 2026-11-01. */
    @Test
    void noTickIsLostOrDoubledWhenClocksChange() {
        assertThat(following(cron("*/30 * * * *"), "2026-03-08T06:00:00Z", 3))
                .containsExactly("2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z", "2026-03-08T07:30:00Z");
        assertThat(following(cron("*/30 * * * *"), "2026-11-01T05:00:00Z", 4))
                .containsExactly(
                        "2026-11-01T05:30:00Z", "2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z");
    }

    @Test
    void marketHoursAreAfterTheOpenUntilTheClose() {
        MarketHours rule = new MarketHours(cron("*/30 * * * *"), TradingCalendar.nyse());
        assertThat(following(rule, "2026-11-25T19:00:00Z", 6))
                .as("Thanksgiving is a holiday, and the day after closes at 13:00")
                .containsExactly(
                        "2026-11-25T19:30:00Z",
                        "2026-11-25T20:00:00Z",
                        "2026-11-25T20:30:00Z",
                        "2026-11-25T21:00:00Z",
                        "2026-11-27T15:00:00Z",
                        "2026-11-27T15:30:00Z");
        assertThat(following(rule, "2026-11-27T17:30:00Z", 2))
                .containsExactly("2026-11-27T18:00:00Z", "2026-11-30T15:00:00Z");
    }

    @Test
    void aScheduleThatNeverFallsIntoASessionIsRefused() {
        MarketHours rule = new MarketHours(cron("0 3 * * *"), TradingCalendar.nyse());
        assertThatThrownBy(() -> rule.after(Instant.parse("2026-07-15T00:00:00Z")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no session after");
    }
}
