package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails on the way, and wherever the process is killed: the channel shows each notice once. */
class ExactlyOnceTest {

    /** So many schedules show a planted fault for sure. */
    private static final int CONVINCING = 60;

    static LongStream seeds() {
        Long one = Long.getLong("dgas.delivery.seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("dgas.delivery.seeds", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNoticeIsOnTheChannelOnce(long seed) throws IOException {
        try (DeliverySchedule schedule = new DeliverySchedule(seed, UnaryOperator.identity())) {
            schedule.run();
            schedule.check("seed " + seed + ", killed " + schedule.kills() + " times");
        }
    }

    /** Who sends before it is noted that a try began sends again after a crash, with no idea since when. */
    @Test
    void sendingBeforeTheTryIsNotedIsCaught() {
        assertThatThrownBy(() -> all(ExactlyOnceTest::forgetfulOfTries, schedule -> {}))
                .isInstanceOf(AssertionError.class);
    }

    /** What was sent and then not stored is issued, and told, by a later cycle again. */
    @Test
    void sendingBeforeTheSignalIsStoredIsCaught() {
        assertThatThrownBy(() -> all(UnaryOperator.identity(), DeliverySchedule::sendBeforeStoring))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void sendingWithoutANonceIsCaught() {
        assertThatThrownBy(() -> all(
                        UnaryOperator.identity(),
                        schedule -> schedule.simulator().order("{\"faults\":[{\"kind\":\"nonces-forgotten\"}]}")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void schedulesKillOften() throws IOException {
        int kills = 0;
        for (long seed = 1; seed <= 20; seed++) {
            try (DeliverySchedule schedule = new DeliverySchedule(seed, UnaryOperator.identity())) {
                schedule.run();
                kills += schedule.kills();
            }
        }
        assertThat(kills).isGreaterThan(40);
    }

    private interface Preparation {
        void of(DeliverySchedule schedule);
    }

    private static void all(UnaryOperator<Outbox> planted, Preparation preparation) throws IOException {
        for (long seed = 1; seed <= CONVINCING; seed++) {
            try (DeliverySchedule schedule = new DeliverySchedule(seed, planted)) {
                preparation.of(schedule);
                schedule.run();
                schedule.check("seed " + seed);
            }
        }
    }

    private static Outbox forgetfulOfTries(Outbox real) {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (self, method, arguments) -> {
                    if (method.getName().equals("begin")) {
                        return begunInMindOnly(real, (long) arguments[0], (Instant) arguments[1]);
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
}
