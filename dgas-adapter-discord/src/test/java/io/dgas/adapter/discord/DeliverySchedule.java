package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.delivery.Delivery;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Notifier;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalId;
import io.dgas.domain.signal.SignalType;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.testkit.InMemoryOutbox;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Some hours of delivery on a clock that is moved by hand: notices are announced, things go wrong on the way, and the process
 * that delivers is killed between any two steps, and begins anew with what the outbox says, at once or when Discord has
 * forgotten.
 */
final class DeliverySchedule implements AutoCloseable {

    private static final Channel CHANNEL = new Channel("discord", DiscordSimulator.CHANNEL);
    private static final int NOTICES = 6;

    /** By then the faults are over. */
    private static final Duration TROUBLE = Duration.ofMinutes(40);

    private static final Duration LONG = Duration.ofHours(8);
    private static final Duration SHORT = Duration.ofMinutes(10);

    /** What strikes single requests. */
    private static final List<String> STROKES = List.of(
            "'kind':'rate-limited'",
            "'kind':'rate-limited','body':'header-only'",
            "'kind':'rate-limited','body':'body-only'",
            "'kind':'rate-limited-shared'",
            "'kind':'rate-limited-global'",
            "'kind':'edge-rate-limited','body':'html'",
            "'kind':'edge-rate-limited','body':'text'",
            "'kind':'headers-missing'",
            "'kind':'bucket-changed'",
            "'kind':'reset-in-past'",
            "'kind':'unauthorized'",
            "'kind':'missing-access'",
            "'kind':'missing-permissions'",
            "'kind':'unknown-channel'",
            "'kind':'request-too-large'",
            "'kind':'embeds-dropped'",
            "'kind':'truncated-json'",
            "'kind':'dropped'",
            "'kind':'dropped','executed':true",
            "'kind':'reset'",
            "'kind':'reset','executed':false",
            "'kind':'server-error','status':500",
            "'kind':'server-error','status':500,'executed':true",
            "'kind':'server-error','status':502,'executed':true",
            "'kind':'server-error','status':504,'executed':true,'body':'empty'");

    /** What lasts longer than Discord knows its nonces. */
    private static final List<String> OUTAGES = List.of(
            "'kind':'server-error','status':503",
            "'kind':'server-error','status':500,'executed':true",
            "'kind':'dropped','executed':true",
            "'kind':'dropped'");

    /** The process was killed. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final SplittableRandom random;
    private final DiscordSimulator simulator;
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final UnaryOperator<Outbox> planted;
    private final double killing;
    private DiscordNotifier notifier;
    private Delivery delivery;
    private int kills;
    private boolean isEager;

    /** @param planted what is wrong with the outbox, for schedules that must show it */
    DeliverySchedule(long seed, UnaryOperator<Outbox> planted) throws IOException {
        this.random = new SplittableRandom(seed);
        this.planted = planted;
        this.killing = random.nextInt(3) * 0.04;
        simulator = DiscordSimulator.start(
                DiscordSimulator.Settings.of(Notices.NOW).withNonceWindow(Duration.ofMinutes(random.nextInt(3, 6))));
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
        return new Delivery(
                deadly(Outbox.class, planted.apply(outbox)),
                deadly(Notifier.class, notifier),
                this::written,
                simulator.clock());
    }

    /** Each call that asks or does something may be the last, be it before or after it had its effect. */
    private <T> T deadly(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (arguments == null) {
                        return method.invoke(real);
                    }
                    killPerhaps();
                    try {
                        Object answer = method.invoke(real, arguments);
                        killPerhaps();
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private void killPerhaps() {
        if (simulator.clock().instant().isBefore(Notices.NOW.plus(TROUBLE)) && random.nextDouble() < killing) {
            throw new Killed();
        }
    }

    private Notice written(Parcel parcel) {
        Notice.OfSignal like = parcel.id() % 2 == 0 ? Notices.signal("x") : Notices.withoutPicture("x");
        return new Notice.OfSignal(parcel.notice(), like.signal(), like.higherTrend(), like.state(), like.chart());
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
            order(STROKES.get(random.nextInt(STROKES.size())) + ",'times':" + random.nextInt(1, 4)
                    + ",'probability':0.7");
        }
        if (random.nextInt(4) == 0) {
            Instant from = simulator.clock().instant().plusSeconds(random.nextInt(30));
            order(OUTAGES.get(random.nextInt(OUTAGES.size())) + ",'from':'" + from + "','until':'"
                    + from.plusSeconds(random.nextInt(30, 700)) + "'");
        }
    }

    private void order(String fields) {
        simulator.order("{\"faults\":[{" + fields.replace('\'', '"') + "}]}");
    }

    private void announce(int number) {
        SignalId signal = new SignalId(
                new Instrument("S" + number), Timeframe.M30, Notices.NOW, SignalType.LONG, SetUp.TREND_CONTINUATION);
        if (isEager) {
            sendNow(new NoticeId(signal.toString()));
        }
        Instant now = simulator.clock().instant();
        outbox.announce(
                new Announcement(
                        new NoticeId(signal.toString()),
                        CHANNEL,
                        Kind.SIGNAL,
                        List.of(signal),
                        now.plus(random.nextInt(4) == 0 ? SHORT : LONG)),
                now);
    }

    /** A later cycle issues again what was not stored. */
    private void sendNow(NoticeId id) {
        Notice.OfSignal like = Notices.withoutPicture("x");
        notifier.send(new Notice.OfSignal(id, like.signal(), like.higherTrend(), like.state(), like.chart()));
        if (random.nextInt(3) == 0) {
            kills++;
            simulator.clock().advance(Duration.ofMinutes(random.nextInt(1, 16)));
        }
    }

    private void deliverFor(Duration time) {
        Instant end = simulator.clock().instant().plus(time);
        while (simulator.clock().instant().isBefore(end) && !unsettled().isEmpty()) {
            int steps = round();
            if (steps == 0) {
                simulator.clock().advance(Duration.ofMillis(random.nextInt(200, 30_000)));
            }
        }
        if (simulator.clock().instant().isBefore(end) && time.compareTo(TROUBLE) < 0) {
            simulator.clock().set(end);
        }
    }

    private int round() {
        try {
            return delivery.round();
        } catch (Killed killed) {
            kills++;
            simulator.clock().advance(Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(300, 900) : 1));
            notifier.close();
            notifier = new DiscordNotifier(settings(), simulator.clock());
            delivery = begun();
            return 0;
        }
    }

    private List<Parcel> unsettled() {
        return outbox.list(EnumSet.of(State.WAITING, State.UNCERTAIN), NOTICES);
    }

    /** Each notice is there once if it is said to be delivered, else not at all; only what expired soon may be missing. */
    void check(String told) {
        List<Parcel> parcels = outbox.list(EnumSet.allOf(State.class), 2 * NOTICES);
        assertThat(parcels).as(told).hasSize(NOTICES);
        for (Parcel parcel : parcels) {
            long there = simulator.everPosted(DiscordSimulator.CHANNEL).stream()
                    .filter(message -> message.content().replace("\\", "").endsWith("-# " + parcel.notice()))
                    .count();
            String about = told + ": " + parcel;
            assertThat(parcel.state().isSettled()).as(about).isTrue();
            assertThat(there).as(about).isEqualTo(parcel.state() == State.DELIVERED ? 1 : 0);
            boolean isShort =
                    Duration.between(parcel.createdAt(), parcel.expiresAt()).equals(SHORT);
            if (!isShort) {
                assertThat(parcel.state()).as(about).isEqualTo(State.DELIVERED);
            }
        }
        assertThat(simulator.everPosted(DiscordSimulator.CHANNEL)).as(told).hasSizeLessThanOrEqualTo(NOTICES);
    }

    @Override
    public void close() {
        notifier.close();
        simulator.close();
    }
}
