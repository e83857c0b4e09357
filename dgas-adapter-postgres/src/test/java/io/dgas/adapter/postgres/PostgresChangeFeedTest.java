package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.change.Change.Kind;
import io.dgas.application.port.out.change.ChangeFeed.Listening;
import io.dgas.domain.market.Instrument;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of what others commit. */
class PostgresChangeFeedTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final int SECONDS = 30;

    private final BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
    private Listening listening;

    @BeforeEach
    void listen() throws InterruptedException {
        listening = DATABASE.changes().listen(heard::add);
        assertThat(next()).isEqualTo(Change.of(Kind.ANYTHING));
    }

    @AfterEach
    void stop() {
        listening.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private Change next() throws InterruptedException {
        Change change = heard.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(change).as("told within %d s", SECONDS).isNotNull();
        return change;
    }

    private static void tell(Change change) {
        DATABASE.withJooq("test", jooq -> {
            ChangeNotes.tell(jooq, change);
            return 0;
        });
    }

    private static Set<Instrument> instruments(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Instrument("S" + i)).collect(Collectors.toSet());
    }

    @Test
    void eachChangeIsToldWithWhatItIsOf() throws InterruptedException {
        Change some = new Change(Kind.SIGNAL, Set.of(new Instrument("BRK.B"), new Instrument("AAPL")));
        tell(some);
        assertThat(next()).isEqualTo(some);
        tell(Change.of(Kind.RUN));
        assertThat(next()).isEqualTo(Change.of(Kind.RUN));
    }

    @Test
    void manyInstrumentsAreAny() throws InterruptedException {
        tell(new Change(Kind.BARS, instruments(100)));
        assertThat(next().instruments()).hasSize(100);
        tell(new Change(Kind.BARS, instruments(5_000)));
        assertThat(next()).isEqualTo(Change.of(Kind.BARS));
    }

    @Test
    void whatIsNotCommittedIsNotTold() throws InterruptedException {
        assertThatThrownBy(() -> DATABASE.withJooq("test", jooq -> {
                    ChangeNotes.tell(jooq, Kind.SIGNAL);
                    return jooq.fetch("select 1 / 0");
                }))
                .isInstanceOf(StorageException.class);
        tell(Change.of(Kind.RUN));
        assertThat(next()).isEqualTo(Change.of(Kind.RUN));
    }

    @Test
    void whatSomeNewerProgramTellsIsAnything() throws InterruptedException {
        TestDatabase.execute(DATABASE, "notify dgas_changes, 'WEATHER rainy'");
        assertThat(next()).isEqualTo(Change.of(Kind.ANYTHING));
    }

    @Test
    void afterTheConnectionWasLostAnythingMayHaveChanged() throws InterruptedException {
        TestDatabase.execute(
                DATABASE,
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dgas changes'"
                        + " and datname = current_database()");
        assertThat(next()).isEqualTo(Change.of(Kind.ANYTHING));
        tell(Change.of(Kind.BARS));
        assertThat(next()).isEqualTo(Change.of(Kind.BARS));
    }

    @Test
    void afterClosingNobodyListens() throws InterruptedException {
        listening.close();
        for (int attempt = 0; listeners() > 0; attempt++) {
            assertThat(attempt).as("attempts").isLessThan(SECONDS * 20);
            Thread.sleep(50);
        }
    }

    private static long listeners() {
        return TestDatabase.rows(
                        DATABASE,
                        "select pid from pg_stat_activity where application_name = 'dgas changes'"
                                + " and datname = current_database()")
                .size();
    }
}
