package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Outbox.Knowledge;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.application.port.out.notice.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JooqReportsTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final Channel DISCORD = new Channel("discord", "42");
    private static final Channel CONSOLE = new Channel("console", "");
    private static final NoticeId ID = new NoticeId("daily digest 2026-07-15");
    private static final Database DATABASE = TestDatabase.open();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static int put(String words, Channel... channels) {
        return DATABASE.reports().put(new Report(ID, words, Set.of(channels), NOW.plusSeconds(60)), NOW);
    }

    @Test
    void aReportIsOnItsWayWithItsWordsOnEachChannel() {
        assertThat(DATABASE.reports().isPut(ID)).isFalse();
        assertThat(put("all is well", DISCORD, CONSOLE)).isEqualTo(2);
        assertThat(DATABASE.reports().isPut(ID)).isTrue();
        Parcel parcel = DATABASE.outbox().due(DISCORD, NOW, 10).getFirst();
        assertThat(parcel.notice()).isEqualTo(ID);
        assertThat(parcel.kind()).isEqualTo(Kind.REPORT);
        assertThat(parcel.words()).contains("all is well");
        assertThat(parcel.signalIds()).isEmpty();
        assertThat(parcel.expiresAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void theSameReportIsPutOnceWithTheWordsThatItHadFirst() {
        put("all is well", DISCORD);
        assertThat(put("something is failing", DISCORD, CONSOLE)).isOne();
        assertThat(DATABASE.outbox().due(DISCORD, NOW, 10))
                .extracting(Parcel::words)
                .containsExactly(Optional.of("all is well"));
    }

    @Test
    void oneThatIsDeliveredIsSettled() {
        put("all is well", DISCORD);
        long id = DATABASE.outbox().due(DISCORD, NOW, 1).getFirst().id();
        DATABASE.outbox().begin(id, NOW);
        DATABASE.outbox().note(id, new Knowledge(State.DELIVERED, NOW, Optional.of("7"), Optional.empty()), NOW);
        assertThat(DATABASE.outbox().list(Set.of(State.DELIVERED), 10)).hasSize(1);
        assertThat(put("again", DISCORD)).isZero();
    }

    @Test
    void wordsAreOfReportsAlone() {
        List.of("'SIGNAL', 'words'", "'REPORT', null")
                .forEach(wrong -> assertThatThrownBy(() -> TestDatabase.execute(DATABASE, """
                        insert into notices (notice, channel_kind, channel, signal_ids, created_at, expires_at, next_try_at,
                          kind, words) values ('x', 'console', '', '{}', now(), now(), now(), %s)""".formatted(wrong)))
                        .hasMessageContaining("notices_words"));
    }
}
