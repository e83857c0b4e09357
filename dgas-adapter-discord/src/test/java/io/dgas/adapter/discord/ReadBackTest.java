package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.ReadBack.Absent;
import io.dgas.application.port.out.notice.ReadBack.Found;
import io.dgas.application.port.out.notice.ReadBack.Unreadable;
import io.dgas.application.port.out.notice.Sending.Later;
import io.dgas.simulator.discord.DiscordSimulator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBackTest extends DiscordTest {

    private void settle() {
        advance(Duration.ofMinutes(3));
    }

    private void deliver(String id) {
        if (notifier.send(Notices.withoutPicture(id)) instanceof Later later) {
            advance(later.pause());
            deliver(id);
        }
    }

    private String why(ReadBack read) {
        assertThat(read).isInstanceOf(Unreadable.class);
        return ((Unreadable) read).why();
    }

    @Test
    void aMessageIsFoundByItsFooterOrByItsLine() {
        deliver("AAPL-30m-1");
        String first = onlyMessage().id();
        order("'kind':'embeds-dropped'");
        deliver("AAPL_30m_*2*");
        settle();
        assertThat(find("AAPL-30m-1")).isEqualTo(new Found(first));
        assertThat(find("AAPL_30m_*2*"))
                .isEqualTo(new Found(simulator.messages().getLast().id()));
        assertThat(find("AAPL-30m-")).isEqualTo(new Absent());
        settle();
        assertThat(find("30m-1")).isEqualTo(new Absent());
        settle();
        assertThat(find("AAPL-30m-11")).isEqualTo(new Absent());
    }

    @Test
    void whatOthersSayIsNotOurs() {
        simulator.say("look at this:\n-# AAPL-30m-1");
        token = DiscordSimulator.OTHER_TOKEN;
        try (DiscordNotifier other = new DiscordNotifier(settings(TIMEOUT), simulator.clock())) {
            other.send(Notices.signal("AAPL-30m-1"));
        }
        token = DiscordSimulator.TOKEN;
        settle();
        assertThat(simulator.messages()).hasSize(2);
        assertThat(find("AAPL-30m-1")).isEqualTo(new Absent());
    }

    @Test
    void anEmptyChannelHoldsNothing() {
        settle();
        assertThat(find("AAPL-30m-1")).isEqualTo(new Absent());
    }

    @Test
    void itReadsPageByPageAsFarAsIsNeededAndNoFurther() {
        simulator.say("long ago");
        deliver("wanted");
        String wanted = onlyWanted();
        for (int each = 0; each < 350; each++) {
            simulator.say("talk " + each);
        }
        settle();
        assertThat(find("wanted")).isEqualTo(new Found(wanted));
        long before = requests();
        assertThat(notifier.find(
                        new NoticeId("none"), simulator.clock().instant().minusSeconds(30)))
                .isInstanceOf(Unreadable.class);
        assertThat(requests() - before)
                .as("who we are, and as many pages as the limit has left")
                .isLessThanOrEqualTo(3);
    }

    private String onlyWanted() {
        return simulator.messages().getLast().id();
    }

    @Test
    void itStopsAtTheFirstPageThatIsOldEnough() {
        for (int each = 0; each < 250; each++) {
            simulator.say("talk " + each);
        }
        advance(Duration.ofHours(1));
        for (int each = 0; each < 99; each++) {
            simulator.say("new talk " + each);
        }
        settle();
        assertThat(notifier.find(
                        new NoticeId("none"), simulator.clock().instant().minus(Duration.ofMinutes(4))))
                .isEqualTo(new Absent());
        assertThat(requests()).as("who we are and one page").isEqualTo(2);
    }

    @Test
    void aLookThatTheLimitBrokeOffGoesOnWhereItWas() {
        deliver("wanted");
        String wanted = onlyWanted();
        advance(Duration.ofMinutes(20));
        for (int each = 0; each < 1_450; each++) {
            simulator.say("talk " + each);
        }
        advance(Duration.ofMinutes(20));
        ReadBack read = find("wanted");
        int looks = 1;
        while (read instanceof Unreadable && looks < 10) {
            assertThat(why(read)).contains("not before PT5");
            advance(Duration.ofMinutes(1));
            simulator.say("meanwhile");
            read = find("wanted");
            looks++;
        }
        assertThat(read).isEqualTo(new Found(wanted));
        assertThat(looks).isBetween(3, 5);
    }

    @Test
    void aMessageThatCameLateIsSeenByALookThatGoesOn() {
        advance(Duration.ofMinutes(20));
        for (int each = 0; each < 700; each++) {
            simulator.say("talk " + each);
        }
        assertThat(why(find("late"))).contains("not before");
        deliver("late");
        advance(Duration.ofMinutes(3));
        assertThat(find("late")).isEqualTo(new Found(onlyWanted()));
    }

    @Test
    void aMessageThatIsTooNewToBeReadIsNotCalledAbsent() {
        simulator.say("long ago");
        advance(Duration.ofHours(1));
        order("'kind':'late-reads','delayMs':2000");
        order("'kind':'server-error','route':'create','executed':true,'times':1");
        Instant tried = simulator.clock().instant();
        notifier.send(Notices.signal("new"));
        assertThat(why(notifier.find(new NoticeId("new"), tried))).contains("too new to be read");
        advance(Duration.ofSeconds(3));
        assertThat(notifier.find(new NoticeId("new"), tried)).isEqualTo(new Found(onlyWanted()));
        assertThat(why(notifier.find(new NoticeId("none"), tried))).contains("too new to be read");
        advance(Duration.ofSeconds(8));
        assertThat(notifier.find(new NoticeId("none"), tried)).isEqualTo(new Absent());
    }

    /** The first try was long ago, but the last one was not. */
    @Test
    void theLastTryOfUnknownOutcomeCountsToo() {
        simulator.say("long ago");
        settle();
        order("'kind':'late-reads','delayMs':2000");
        order("'kind':'server-error','route':'create','executed':true,'times':1");
        notifier.send(Notices.signal("again"));
        assertThat(why(find("again"))).contains("too new to be read");
    }

    @Test
    void anEmptyPageIsNotBelievedWhereTheChannelHasMessages() {
        deliver("AAPL-30m-1");
        order("'kind':'permission-revoked','permission':'read-message-history'");
        settle();
        assertThat(why(find("AAPL-30m-1"))).contains("READ_MESSAGE_HISTORY");
        advance(Duration.ofHours(1));
        assertThat(notifier.find(
                        new NoticeId("later"), simulator.clock().instant().minusSeconds(60)))
                .isEqualTo(new Absent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind':'unauthorized'",
                "'kind':'missing-access'",
                "'kind':'unknown-channel','route':'list'",
                "'kind':'server-error','route':'list'",
                "'kind':'truncated-json'",
                "'kind':'truncated-json','route':'list'",
                "'kind':'rate-limited','route':'list'",
                "'kind':'edge-rate-limited'",
                "'kind':'dropped'",
                "'kind':'reset','executed':true,'route':'list'",
                "'kind':'redirected','route':'list'"
            })
    void whatCannotBeReadIsSaidToBeUnreadable(String fault) {
        deliver("AAPL-30m-1");
        settle();
        order(fault);
        assertThat(find("AAPL-30m-1"))
                .asInstanceOf(type(Unreadable.class))
                .satisfies(unreadable -> assertThat(unreadable.why()).isNotBlank());
        simulator.endFaults();
        advance(Duration.ofHours(2));
        assertThat(find("AAPL-30m-1")).isInstanceOf(Found.class);
    }
}
