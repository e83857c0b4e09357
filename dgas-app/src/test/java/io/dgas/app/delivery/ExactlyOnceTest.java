package io.dgas.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.postgres.Database;
import io.dgas.app.delivery.DeliverySchedule.Store;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.simulator.discord.DiscordSimulator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever fails on the way, and wherever the process or PostgreSQL is killed: the channel shows each notice once. {@code
 * -Ddgas.delivery.seeds=1000} plays out so many schedules, {@code -Ddgas.delivery.seed=N} the one of that seed.
 */
class ExactlyOnceTest {

    /** So many schedules show a planted fault for sure. */
    private static final int CONVINCING = 100;

    @TempDir
    static Path folder;

    private static KillableServer server;
    private static Database database;

    @BeforeAll
    static void start() {
        server = new KillableServer(folder.resolve("postgres"));
        database = server.open("");
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
    }

    static LongStream seeds() {
        Long one = Long.getLong("dgas.delivery.seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("dgas.delivery.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNoticeIsOnTheChannelOnce(long seed) throws IOException {
        int restarts = server.restarts();
        try (DeliverySchedule schedule = new DeliverySchedule(seed, sound(database))) {
            schedule.run();
            schedule.check("seed " + seed + ", killed " + schedule.kills() + " times, and PostgreSQL "
                    + (server.restarts() - restarts) + " times");
        }
    }

    /** Who sends before it is noted that a try began sends again after a crash, with no idea since when. */
    @Test
    void sendingBeforeTheTryIsNotedIsCaught() {
        assertCaught(with(ExactlyOnceTest::begunInMindOnly), schedule -> {});
    }

    /** The same where only the database fails: a begin that it did not take is none. */
    @Test
    void sendingAlthoughTheTryCouldNotBeNotedIsCaught() {
        assertCaught(with(ExactlyOnceTest::begunByAllMeans), schedule -> {});
    }

    /** An answer that comes before what it confirms is on disk is one that a crash of the server takes back. */
    @Test
    void aServerThatForgetsWhatItConfirmedIsCaught() {
        server.rows().execute("alter system set wal_writer_delay = '10s'", "select pg_reload_conf()");
        try (Database forgetful = server.open("&options=-c%20synchronous_commit=off")) {
            assertCaught(sound(forgetful), schedule -> {});
        } finally {
            server.rows().execute("alter system reset wal_writer_delay", "select pg_reload_conf()");
        }
    }

    /** What was sent and then not stored is issued, and told, by a later cycle again. */
    @Test
    void sendingBeforeTheSignalIsStoredIsCaught() {
        assertCaught(sound(database), DeliverySchedule::sendBeforeStoring);
    }

    @Test
    void sendingWithoutANonceIsCaught() {
        assertCaught(
                sound(database),
                schedule -> schedule.simulator().order("{\"faults\":[{\"kind\":\"nonces-forgotten\"}]}"));
    }

    @Test
    void schedulesKillOftenAndRestartPostgresOften() throws IOException {
        int restarts = server.restarts();
        int endings = server.endings();
        int kills = 0;
        for (long seed = 1; seed <= 6; seed++) {
            try (DeliverySchedule schedule = new DeliverySchedule(seed, sound(database))) {
                schedule.run();
                kills += schedule.kills();
            }
        }
        assertThat(kills).isGreaterThan(20);
        assertThat(server.restarts() - restarts).isGreaterThan(3);
        assertThat(server.endings() - endings).isGreaterThan(3);
    }

    @Test
    void aSeedPlaysOutTheSameAgain() throws IOException {
        for (long seed : new long[] {5, 11}) {
            assertThat(requests(seed)).as("seed " + seed).isNotEmpty().isEqualTo(requests(seed));
        }
    }

    private static List<DiscordSimulator.Request> requests(long seed) throws IOException {
        try (DeliverySchedule schedule = new DeliverySchedule(seed, sound(database))) {
            schedule.run();
            return schedule.simulator().requests();
        }
    }

    private interface Preparation {
        void of(DeliverySchedule schedule);
    }

    private static void assertCaught(Store store, Preparation preparation) {
        assertThatThrownBy(() -> all(store, preparation))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[seed ");
    }

    private static void all(Store store, Preparation preparation) throws IOException {
        for (long seed = 1; seed <= CONVINCING; seed++) {
            try (DeliverySchedule schedule = new DeliverySchedule(seed, store)) {
                preparation.of(schedule);
                schedule.run();
                schedule.check("seed " + seed);
            }
        }
    }

    private static Store sound(Database kept) {
        return new Store(server, kept, UnaryOperator.identity());
    }

    /** Begins a try of a parcel otherwise. */
    private interface Beginning {
        Optional<Parcel> of(Outbox real, long id, Instant now);
    }

    private static Store with(Beginning beginning) {
        return new Store(server, database, real -> beginning(real, beginning));
    }

    private static Outbox beginning(Outbox real, Beginning beginning) {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (self, method, arguments) -> {
                    if (method.getName().equals("begin")) {
                        return beginning.of(real, (long) arguments[0], (Instant) arguments[1]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static Optional<Parcel> begunInMindOnly(Outbox real, long id, Instant now) {
        return real.list(EnumSet.allOf(Parcel.State.class), 100).stream()
                .filter(parcel -> parcel.id() == id && !parcel.state().isSettled() && !now.isBefore(parcel.createdAt()))
                .findFirst();
    }

    private static Optional<Parcel> begunByAllMeans(Outbox real, long id, Instant now) {
        try {
            return real.begin(id, now);
        } catch (StorageException away) {
            return begunInMindOnly(database.outbox(), id, now);
        }
    }
}
