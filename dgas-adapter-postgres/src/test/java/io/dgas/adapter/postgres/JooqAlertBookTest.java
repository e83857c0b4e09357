package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.alert.AlertKeeper;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.AlertBook;
import io.dgas.application.port.out.AlertBook.Severity;
import io.dgas.application.port.out.AlertBook.StoredAlert;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is amiss, from looks at the system to rows of the book. */
class JooqAlertBookTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOON = Instant.parse("2026-07-15T16:00:00Z");

    private final AlertBook book = DATABASE.alerts();
    private Instant now = NOON;

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** A second later it looks like this. */
    private void look(ComponentStatus... components) {
        now = now.plusSeconds(1);
        new AlertKeeper(book).keep(new SystemStatus(now, List.of(components)));
    }

    private StoredAlert only() {
        assertThat(book.inForce()).hasSize(1);
        return book.inForce().getFirst();
    }

    @Test
    void anAlertLastsFromTheFirstLookThatFindsItToTheFirstThatDoesNot() {
        look(ComponentStatus.ok("disk", "room"));
        assertThat(book.inForce()).isEmpty();
        look(ComponentStatus.warning("disk", "9 GB"));
        look(ComponentStatus.warning("disk", "8 GB"));

        assertThat(only().began()).isEqualTo(NOON.plusSeconds(2));
        assertThat(only().finding().reason()).isEqualTo("9 GB");
        look(ComponentStatus.ok("disk", "room"));

        assertThat(book.inForce()).isEmpty();
        assertThat(book.over(10)).hasSize(1);
        assertThat(book.over(10).getFirst().ended()).contains(NOON.plusSeconds(4));
    }

    @Test
    void whatSomebodyHasSeenIsToBeSeenAgainWhenItIsWorse() {
        look(ComponentStatus.warning("disk", "9 GB"));
        assertThat(book.acknowledge(only().id(), NOON)).isTrue();
        assertThat(book.acknowledge(only().id(), NOON.plusSeconds(9))).isTrue();
        look(ComponentStatus.warning("disk", "8 GB"));

        assertThat(only().acknowledged()).contains(NOON);
        look(ComponentStatus.failing("disk", "full"));

        assertThat(only().acknowledged()).isEmpty();
        assertThat(only().finding().severity()).isEqualTo(Severity.FAILING);
        assertThat(only().finding().reason()).isEqualTo("full");
        assertThat(only().began()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void notKnowingEndsNothing() {
        look(ComponentStatus.failing("scheduler", "never ran"), ComponentStatus.unknown("clock", "no answer"));
        look(ComponentStatus.unknown("scheduler", "the database is away"), ComponentStatus.ok("clock", "right"));

        assertThat(only().finding().component()).isEqualTo("scheduler");
        assertThat(book.over(10)).isEmpty();
    }

    @Test
    void whatIsNotLookedAtAnyMoreIsOver() {
        look(ComponentStatus.failing("data collection", "never ran"));
        look();

        assertThat(book.inForce()).isEmpty();
        assertThat(book.over(10)).hasSize(1);
    }

    @Test
    void twoThatLookAtTheSameTimeBeginOneAlert() {
        AlertBook.Finding finding = new AlertBook.Finding("disk", Severity.WARNING, "9 GB");
        book.begin(finding, NOON);
        book.begin(finding, NOON.plusSeconds(1));

        assertThat(only().began()).isEqualTo(NOON);
    }

    @Test
    void aClockThatWasSetBackEndsNoneBeforeItBegan() {
        look(ComponentStatus.warning("clock", "ahead"));
        now = NOON.minusSeconds(3600);
        look(ComponentStatus.ok("clock", "right"));

        assertThat(book.over(10).getFirst().ended()).contains(NOON.plusSeconds(1));
    }

    @Test
    void nobodyAcknowledgesWhatIsOver() {
        look(ComponentStatus.warning("disk", "9 GB"));
        long id = only().id();
        look(ComponentStatus.ok("disk", "room"));

        assertThat(book.acknowledge(id, NOON)).isFalse();
        assertThat(book.acknowledge(id + 1, NOON)).isFalse();
    }
}
