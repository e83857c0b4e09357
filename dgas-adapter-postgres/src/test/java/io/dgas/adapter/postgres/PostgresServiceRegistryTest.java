package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Answer.Kept;
import io.dgas.application.port.out.service.ServiceHold.Answer.Lost;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import io.dgas.application.port.out.service.ServiceRegistry.Taking.Held;
import io.dgas.application.port.out.service.ServiceRegistry.Taking.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresServiceRegistryTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00Z");
    private static final Service SERVICE = Service.DATA_COLLECTION;
    private static final Beat BEAT =
            new Beat(ServiceState.RUNNING, Optional.of(NOW), Map.of("sockets", 2, "stale", List.of("IBM")), NOW);

    private final ServiceRegistry services = DATABASE.services();

    @BeforeEach
    void clear() {
        endSessions();
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** As the server does when it is restarted, or finds that the other end is gone; returns when they have ended. */
    private static void endSessions() {
        TestDatabase.rows(DATABASE, """
                select pg_terminate_backend(pid, 10000) from pg_stat_activity
                where application_name like 'dgas %' and datname = current_database()""");
    }

    private ServiceHold take(Service service) {
        Taking taking = services.take(service, "pid 1 on a", NOW);
        assertThat(taking).isInstanceOf(Taken.class);
        return ((Taken) taking).hold();
    }

    private ServiceStatus status() {
        return services.find(SERVICE).orElseThrow();
    }

    @Test
    void aServiceThatNeverRanIsNotKnown() {
        assertThat(services.find(SERVICE)).isEmpty();
        assertThat(services.requestStop(SERVICE, NOW)).isEmpty();
    }

    @Test
    void onlyOneCanHaveIt() {
        try (ServiceHold hold = take(SERVICE);
                ServiceHold other = take(Service.SCHEDULER)) {
            Taking second = services.take(SERVICE, "pid 2 on b", NOW.plusSeconds(60));
            assertThat(second).isInstanceOf(Held.class);
            assertThat(((Held) second).by()).isEqualTo(status());
            assertThat(status().holder()).isEqualTo("pid 1 on a");
            assertThat(status().since()).isEqualTo(NOW);
            assertThat(hold.beat(BEAT)).isEqualTo(new Kept(Optional.empty()));
            assertThat(other.beat(BEAT)).isEqualTo(new Kept(Optional.empty()));
        }
        take(SERVICE).close();
    }

    @Test
    void ofManyWhoWantItOneGetsIt() throws Exception {
        List<Taking> takings = AtOnce.run(6, () -> services.take(SERVICE, "one of them", NOW));
        assertThat(takings).filteredOn(taking -> taking instanceof Taken).hasSize(1);
        assertThat(takings).filteredOn(taking -> taking instanceof Held).hasSize(5);
    }

    @Test
    void anotherDatabaseHasItsOwn() {
        try (Database another = TestDatabase.open();
                ServiceHold hold = take(SERVICE)) {
            assertThat(another.services().find(SERVICE)).isEmpty();
            Taking there = another.services().take(SERVICE, "pid 3 on c", NOW);
            assertThat(there).isInstanceOf(Taken.class);
            ((Taken) there).hold().close();
            assertThat(hold.beat(BEAT)).isInstanceOf(Kept.class);
            assertThat(status().isHeld()).isTrue();
        }
    }

    @Test
    void saysAboutItselfWhatItLastSaid() {
        try (ServiceHold hold = take(SERVICE)) {
            assertThat(status().state()).isEqualTo(ServiceState.STARTING);
            assertThat(status().lastTick()).isEmpty();
            hold.beat(BEAT);
            hold.beat(new Beat(ServiceState.DEGRADED, Optional.empty(), BEAT.detail(), NOW.plusSeconds(5)));
            assertThat(status())
                    .isEqualTo(new ServiceStatus(
                            SERVICE,
                            true,
                            ServiceState.DEGRADED,
                            "pid 1 on a",
                            NOW,
                            Optional.of(NOW),
                            Optional.empty(),
                            BEAT.detail(),
                            NOW.plusSeconds(5)));
        }
        assertThat(status().isHeld()).isFalse();
        assertThat(status().state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void learnsThatItShallStop() {
        try (ServiceHold hold = take(SERVICE)) {
            assertThat(services.requestStop(Service.SCHEDULER, NOW)).isEmpty();
            assertThat(services.requestStop(SERVICE, NOW).orElseThrow().stopRequested())
                    .contains(NOW);
            assertThat(services.requestStop(SERVICE, NOW.plusSeconds(9))
                            .orElseThrow()
                            .stopRequested())
                    .contains(NOW);
            assertThat(hold.beat(BEAT)).isEqualTo(new Kept(Optional.of(NOW)));
        }
        assertThat(services.requestStop(SERVICE, NOW)).isEmpty();
        try (ServiceHold next = take(SERVICE)) {
            assertThat(next.beat(BEAT)).isEqualTo(new Kept(Optional.empty()));
        }
    }

    @Test
    void aRequestToOneThatCrashedDoesNotStopTheNext() {
        ServiceHold crashed = take(SERVICE);
        services.requestStop(SERVICE, NOW);
        endSessions();
        try (ServiceHold next = take(SERVICE)) {
            assertThat(next.beat(BEAT)).isEqualTo(new Kept(Optional.empty()));
            assertThat(crashed.beat(BEAT)).isInstanceOf(Lost.class);
        }
    }

    @Test
    void oneThatCrashedIsNotHeldWhateverItSaid() {
        ServiceHold hold = take(SERVICE);
        hold.beat(BEAT);
        endSessions();
        assertThat(status().isHeld()).isFalse();
        assertThat(status().state()).isEqualTo(ServiceState.RUNNING);
        assertThat(services.requestStop(SERVICE, NOW)).isEmpty();
        assertThat(hold.beat(BEAT)).isInstanceOf(Lost.class);
    }

    @Test
    void aLostHoldStaysLostAndLeavesTheNextHolderAlone() {
        ServiceHold lost = take(SERVICE);
        endSessions();
        try (ServiceHold next = take(SERVICE)) {
            next.beat(BEAT);
            assertThat(lost.beat(new Beat(ServiceState.STOPPING, Optional.empty(), Map.of(), NOW.plusSeconds(1))))
                    .isInstanceOf(Lost.class);
            assertThat(lost.beat(BEAT)).isInstanceOf(Lost.class);
            lost.close();
            assertThat(status().state()).isEqualTo(ServiceState.RUNNING);
            assertThat(status().isHeld()).isTrue();
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        ServiceHold hold = take(SERVICE);
        hold.close();
        try (ServiceHold next = take(SERVICE)) {
            hold.close();
            assertThat(next.beat(BEAT)).isInstanceOf(Kept.class);
            assertThat(hold.beat(BEAT)).isInstanceOf(Lost.class);
        }
    }
}
