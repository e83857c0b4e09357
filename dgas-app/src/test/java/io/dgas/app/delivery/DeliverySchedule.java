package io.dgas.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.discord.BotSettings;
import io.dgas.adapter.discord.DiscordNotifier;
import io.dgas.adapter.postgres.Database;
import io.dgas.app.notice.Notices;
import io.dgas.application.delivery.Delivery;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Notifier;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.application.port.out.notice.Picture;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.testkit.Signals;
import io.dgas.testkit.UnmarkedRun;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Some hours of delivery on a clock that is moved by hand: signals are stored and announced, things go wrong with Discord on
 * the way, PostgreSQL loses its sessions or is killed and started again, and the process that delivers is killed between any
 * two steps, and begins anew with what the outbox says, at once or when Discord has forgotten.
 */
final class DeliverySchedule implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-06-10T15:30:00Z");
    private static final Channel CHANNEL = new Channel("discord", DiscordSimulator.CHANNEL);
    private static final int NOTICES = 6;

    /** By then the faults are over. */
    private static final Duration TROUBLE = Duration.ofMinutes(40);

    private static final Duration LONG = Duration.ofHours(8);
    private static final Duration SHORT = Duration.ofMinutes(10);

    /** The loop that delivers waits so long when the outbox did not answer. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** Not more than a pool has connections are found broken one after the other. */
    private static final int PATIENCE = 10;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff};

    /** The process was killed. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Where notices are kept.
     *
     * @param planted what is wrong with the outbox, for schedules that must show it
     */
    record Store(KillableServer server, Database database, UnaryOperator<Outbox> planted) {}

    private final SplittableRandom random;
    private final Store store;
    private final DiscordSimulator simulator;
    private final double killing;
    private final double striking;
    private DiscordNotifier notifier;
    private Delivery delivery;
    private int kills;
    private boolean isEager;

    DeliverySchedule(long seed, Store store) throws IOException {
        this.random = new SplittableRandom(seed);
        this.store = store;
        this.killing = random.nextInt(3) * 0.04;
        this.striking = random.nextInt(3) * 0.06;
        store.server().clear();
        simulator = DiscordSimulator.start(
                DiscordSimulator.Settings.of(NOW).withNonceWindow(Duration.ofMinutes(random.nextInt(3, 6))));
        notifier = new DiscordNotifier(settings(), simulator.clock());
        delivery = begun();
    }

    DiscordSimulator simulator() {
        return simulator;
    }

    int kills() {
        return kills;
    }

    /** From now on notices are sent before they are stored, and the process may be killed in between. */
    void sendBeforeStoring() {
        isEager = true;
    }

    private BotSettings settings() {
        return new BotSettings(
                simulator.baseUrl(), () -> DiscordSimulator.TOKEN, DiscordSimulator.CHANNEL, Duration.ofSeconds(20));
    }

    private Delivery begun() {
        Outbox outbox =
                store.planted().apply(breakable(Outbox.class, store.database().outbox()));
        return new Delivery(
                deadly(Outbox.class, outbox),
                deadly(Notifier.class, notifier),
                DeliverySchedule::written,
                simulator.clock());
    }

    /** Each call that asks or does something may be the last, be it before or after it had its effect. */
    private <T> T deadly(Class<T> port, T real) {
        return around(port, real, call -> {
            killPerhaps();
            Object answer = call.get();
            killPerhaps();
            return answer;
        });
    }

    private void killPerhaps() {
        if (isTroubled() && random.nextDouble() < killing) {
            throw new Killed();
        }
    }

    private boolean isTroubled() {
        return simulator.clock().instant().isBefore(NOW.plus(TROUBLE));
    }

    /** Each call may lose the database, be it before or after one of its statements, or its commit, had its effect. */
    private <T> T breakable(Class<T> port, T real) {
        return around(port, real, call -> {
            strikePerhaps();
            try {
                return call.get();
            } finally {
                BreakingSockets.disarm();
            }
        });
    }

    private void strikePerhaps() {
        if (isTroubled() && random.nextDouble() < striking) {
            KillableServer server = store.server();
            Runnable blow = random.nextBoolean() ? server::restart : server::endSessions;
            int message = random.nextInt(4) == 0 ? random.nextInt(3, 9) : random.nextInt(1, 3);
            BreakingSockets.arm(new BreakingSockets.Strike(message, random.nextBoolean(), blow));
        }
    }

    private interface Call {
        Object get() throws Throwable;
    }

    private interface Handling {
        Object of(Call call) throws Throwable;
    }

    private static <T> T around(Class<T> port, T real, Handling handling) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, arguments) -> arguments == null
                        ? method.invoke(real)
                        : handling.of(() -> {
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        })));
    }

    private static Notice written(Parcel parcel) {
        return like(parcel.notice(), parcel.notice().text().hashCode() % 2 == 0);
    }

    private static Notice.OfSignal like(NoticeId id, boolean hasPicture) {
        return new Notice.OfSignal(
                id,
                Notices.signal("AAPL", "holds its near area and goes on"),
                "1w trend up",
                "trend up, 4 bars",
                hasPicture ? Optional.of(new Picture(PNG, "AAPL, 1d, with entry, stop and target")) : Optional.empty());
    }

    /** Until everything has come to its end. */
    void run() {
        for (int notice = 0; notice < NOTICES; notice++) {
            trouble();
            announce(notice);
            deliverFor(Duration.ofSeconds(random.nextInt(5, 240)));
        }
        deliverFor(TROUBLE);
        simulator.endFaults();
        deliverFor(LONG.plusHours(30));
    }

    private void trouble() {
        for (int faults = random.nextInt(3); faults > 0; faults--) {
            simulator.order(DiscordTroubles.stroke(random));
        }
        if (random.nextInt(4) == 0) {
            simulator.order(DiscordTroubles.outage(random, simulator.clock().instant()));
        }
    }

    private void announce(int number) {
        Signal.Entry signal = Signals.entry("S" + number, NOW, SignalType.LONG);
        NoticeId notice = new NoticeId(signal.id().toString());
        if (isEager) {
            sendNow(notice);
        }
        Instant now = simulator.clock().instant();
        Instant expiry = now.plus(random.nextInt(4) == 0 ? SHORT : LONG);
        issue(signal, now, new Announcement(notice, CHANNEL, Kind.SIGNAL, List.of(signal.id()), expiry));
    }

    /** A cycle whose recording failed, or that was killed, is made again; it issues what is not stored. */
    private void issue(Signal signal, Instant now, Announcement announcement) {
        PredictionRepository recording = deadly(
                PredictionRepository.class,
                breakable(PredictionRepository.class, store.database().predictions()));
        PredictionRun run = UnmarkedRun.of(List.of(signal), now);
        boolean isRecorded = false;
        while (!isRecorded) {
            isRecorded = attempt(
                    () -> recording.record(run, issued -> issued.isEmpty() ? List.of() : List.of(announcement)) != null,
                    false);
        }
    }

    /** A later cycle issues again what was not stored. */
    private void sendNow(NoticeId id) {
        notifier.send(like(id, false));
        if (random.nextInt(3) == 0) {
            kills++;
            simulator.clock().advance(Duration.ofMinutes(random.nextInt(1, 16)));
        }
    }

    private void deliverFor(Duration time) {
        Instant end = simulator.clock().instant().plus(time);
        while (simulator.clock().instant().isBefore(end) && !unsettled().isEmpty()) {
            int steps = attempt(() -> delivery.round(), 0);
            if (steps == 0) {
                simulator.clock().advance(Duration.ofMillis(random.nextInt(200, 30_000)));
            }
        }
        if (simulator.clock().instant().isBefore(end) && time.compareTo(TROUBLE) < 0) {
            simulator.clock().set(end);
        }
    }

    /** When the database was away the same process goes on; when the process was killed another begins. */
    private <T> T attempt(Supplier<T> step, T otherwise) {
        try {
            return step.get();
        } catch (StorageException away) {
            simulator.clock().advance(some(AFTER_FAILURE));
            unsettled();
            return otherwise;
        } catch (Killed killed) {
            kills++;
            simulator.clock().advance(some(Duration.ofSeconds(1)));
            notifier.close();
            notifier = new DiscordNotifier(settings(), simulator.clock());
            delivery = begun();
            return otherwise;
        }
    }

    /** At least so long, and sometimes until Discord has forgotten. */
    private Duration some(Duration least) {
        return random.nextInt(3) == 0 ? Duration.ofSeconds(random.nextInt(300, 900)) : least;
    }

    private List<Parcel> unsettled() {
        return listed(EnumSet.of(State.WAITING, State.UNCERTAIN));
    }

    /** By then the pool has thrown away what was broken. */
    private List<Parcel> listed(Set<State> states) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.database().outbox().list(states, 2 * NOTICES);
            } catch (StorageException away) {
                assertThat(attempt).as(away.getMessage()).isLessThan(PATIENCE);
            }
        }
    }

    /** Each notice is there once if it is said to be delivered, else not at all; only what expired soon may be missing. */
    void check(String told) {
        List<Parcel> parcels = listed(EnumSet.allOf(State.class));
        assertThat(parcels).as(told).hasSize(NOTICES);
        for (Parcel parcel : parcels) {
            String about = told + ": " + parcel;
            assertThat(parcel.state().isSettled()).as(about).isTrue();
            assertThat(timesOnTheChannel(parcel.notice()))
                    .as(about)
                    .isEqualTo(parcel.state() == State.DELIVERED ? 1 : 0);
            boolean isShort =
                    Duration.between(parcel.createdAt(), parcel.expiresAt()).equals(SHORT);
            if (!isShort) {
                assertThat(parcel.state()).as(about).isEqualTo(State.DELIVERED);
            }
        }
        assertThat(simulator.everPosted(DiscordSimulator.CHANNEL)).as(told).hasSizeLessThanOrEqualTo(NOTICES);
        checkSignals(told);
    }

    private long timesOnTheChannel(NoticeId notice) {
        return simulator.everPosted(DiscordSimulator.CHANNEL).stream()
                .filter(message -> message.content().replace("\\", "").endsWith("-# " + notice))
                .count();
    }

    private void checkSignals(String told) {
        assertThat(store.server().rows().number("select count(*) from generated_signals"))
                .as(told)
                .isEqualTo(NOTICES);
        assertThat(store.server().rows().number("""
                select count(*) from generated_signals s where notification_sent <> exists (
                  select from notices n where s.id = any (n.signal_ids) and n.state = 'DELIVERED')""")).as(told).isZero();
    }

    @Override
    public void close() {
        notifier.close();
        simulator.close();
    }
}
