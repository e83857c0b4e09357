package io.dgas.application.collection.live;

import io.dgas.application.port.out.collection.TradeCountRepository.CountedTrades;
import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.StreamStatus.State;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells silence that is chance from silence that is a fault, for each instrument and for the connection, by how often
 * trades come at that time of day; and learns that while it watches. Asked in market hours alone, about once a second.
 * Not for several threads.
 */
public final class DataWatchdog {

    /** Time in which nobody looked proves nothing. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** What is expected by the rate weighs as much as so many silences heard. */
    private static final double BELIEF = 10;

    /** So many trades must have failed to come since the last remedy, and over a connection, before there is another. */
    private static final double MISSING_FOR_REMEDY = 10;

    /** What a session taught weighs a third after ten more. */
    private static final double MEMORY = 0.9;

    private static final long HALF_HOUR_SECONDS = 1800;

    private final WatchdogRules rules;
    private final TradeCounts counts;
    private final Map<Instrument, Silence> silences = new LinkedHashMap<>();
    private final Stretch connection = new Stretch();
    private Instant opened = Instant.MIN;
    private Instant looked = Instant.MIN;
    private Instant nextReconnect = Instant.MIN;
    private Duration reconnectPause;

    /**
     * Begins with what was counted before, and goes on counting there.
     *
     * @param counts empty on the first day
     */
    public DataWatchdog(WatchdogRules rules, TradeCounts counts) {
        this.rules = rules;
        this.counts = counts;
        this.reconnectPause = rules.pause();
    }

    /** The regular session began: silence counts from now at the earliest. */
    public void sessionOpened(Instant open) {
        counts.fade(MEMORY);
        opened = open;
        looked = open;
        connection.begin();
        silences.values().forEach(Silence::begin);
    }

    /** The session is over: what was counted in it is settled. */
    public void sessionClosed(Instant close) {
        silences.forEach((instrument, silence) -> settle(instrument, silence, close));
    }

    /** What was learnt of how often instruments trade, by the sessions that are over and before. */
    public CountedTrades learnt() {
        return counts.counted();
    }

    /** Watches these and no others; those watched already go on. */
    public void follow(Collection<Instrument> instruments) {
        silences.keySet().retainAll(Set.copyOf(instruments));
        instruments.forEach(instrument -> silences.computeIfAbsent(instrument, each -> new Silence()));
    }

    /** A trade came, whatever its time says. */
    public void onTrade(Instrument instrument) {
        Silence silence = silences.get(instrument);
        if (silence != null) {
            silence.trades++;
        }
    }

    /** Looks at what came since the last look. */
    public WatchdogReport check(Instant now, StreamStatus stream) {
        Look look = new Look(now, passed(now), stream.subscribed());
        looked = now;
        lookAtConnection(look);
        silences.forEach((instrument, silence) -> look(instrument, silence, look));
        List<StreamRemedy> remedies = stream.state() == State.LIVE ? remedies(now, stream) : List.of();
        return new WatchdogReport(
                since(silence -> silence.suspectedSince), since(silence -> silence.starvedSince), remedies);
    }

    private record Look(Instant now, Duration passed, Set<Instrument> subscribed) {}

    private Duration passed(Instant now) {
        Duration passed = Duration.between(looked.equals(Instant.MIN) ? now : looked, now);
        if (passed.isNegative()) {
            return Duration.ZERO;
        }
        return passed.compareTo(LONGEST_STEP) < 0 ? passed : LONGEST_STEP;
    }

    /** While the vendor refuses subscriptions, the silence is not the connection's. */
    private void lookAtConnection(Look look) {
        double expected = 0;
        boolean heard = false;
        for (Map.Entry<Instrument, Silence> each : silences.entrySet()) {
            heard |= each.getValue().trades > 0;
            expected += look.subscribed().contains(each.getKey()) ? rate(each.getKey(), look.now()) : 0;
        }
        if (heard || expected == 0) {
            connection.begin();
        } else {
            connection.pass(expected, look.passed());
        }
    }

    private double rate(Instrument instrument, Instant now) {
        return rules.rate().perMinute(counts, slot(instrument, now));
    }

    /**
     * How improbable it is that a trade is followed by so long a silence, as the negative logarithm of the chance. So many
     * of the trades counted were followed by one that was longer than the shortest; how much longer they are is taken to be
     * exponential, with a mean of which more is known the more there were, and until then what the rate says. Where trades
     * come evenly this is the number of those that are missing; where they come in clusters it is less.
     */
    private double surprise(Instrument instrument, Silence silence, double rate) {
        Duration beyond = silence.sinceTrade.lasted().minus(rules.shortest());
        if (beyond.isNegative()) {
            return 0;
        }
        TradeCounts.Silences known = counts.silences(instrument);
        double rarity = Math.log((counts.of(instrument).trades() + 1) / (known.count() + 1));
        double usual = known.seconds() + BELIEF * 60 / rate;
        return Math.max(0, rarity) + (known.count() + BELIEF) * Math.log1p(beyond.toMillis() / 1_000.0 / usual);
    }

    private void look(Instrument instrument, Silence silence, Look look) {
        silence.minutes += look.passed().toMillis() / 60_000.0;
        if (silence.trades > 0) {
            settle(instrument, silence, look.now());
            learn(instrument, silence, look.now());
            silence.end();
            return;
        }
        double rate = rate(instrument, look.now());
        silence.sinceTrade.pass(rate, look.passed());
        judge(silence, surprise(instrument, silence, rate), look.now());
        if (look.subscribed().contains(instrument)) {
            silence.sinceRemedy.pass(rate, look.passed());
        } else {
            silence.sinceRemedy.begin();
        }
    }

    private void judge(Silence silence, double surprise, Instant now) {
        if (silence.suspectedSince == null && surprise >= rules.doubt().toSuspect()) {
            silence.suspectedSince = now;
        }
        if (silence.starvedSince == null && surprise >= rules.doubt().toBeSure()) {
            silence.alarm(now);
        }
    }

    private void learn(Instrument instrument, Silence silence, Instant now) {
        silence.innocent(now, rules.pause().multipliedBy(2))
                .map(lasted -> lasted.minus(rules.shortest()))
                .filter(beyond -> !beyond.isNegative())
                .ifPresent(beyond -> counts.addSilences(instrument, 1, beyond.toMillis() / 1_000.0));
    }

    /** Time of silence counts as listened to only once it has ended well: starvation must not teach that it is usual. */
    private void settle(Instrument instrument, Silence silence, Instant now) {
        if (silence.starvedSince == null) {
            counts.add(slot(instrument, now), silence.trades, silence.minutes);
        }
        silence.minutes = 0;
    }

    private TradeCounts.Slot slot(Instrument instrument, Instant now) {
        long seconds =
                opened.equals(Instant.MIN) ? 0 : Duration.between(opened, now).toSeconds();
        long halfHour = Math.clamp(seconds / HALF_HOUR_SECONDS, 0, TradeCounts.HALF_HOURS - 1);
        return new TradeCounts.Slot(instrument, (int) halfHour);
    }

    private Map<Instrument, Instant> since(Function<Silence, @Nullable Instant> beginning) {
        Map<Instrument, Instant> since = new TreeMap<>();
        silences.forEach((instrument, silence) ->
                Optional.ofNullable(beginning.apply(silence)).ifPresent(when -> since.put(instrument, when)));
        return since;
    }

    private List<StreamRemedy> remedies(Instant now, StreamStatus stream) {
        if (now.isBefore(stream.since().orElse(now).plus(rules.pause()))) {
            return List.of();
        }
        Set<Instrument> silent = new TreeSet<>();
        silences.forEach((instrument, silence) -> {
            if (silence.starvedSince != null && silence.sinceRemedy.lacks(MISSING_FOR_REMEDY, rules)) {
                silent.add(instrument);
            }
        });
        boolean all = connection.lacks(MISSING_FOR_REMEDY, rules);
        Set<Instrument> heard = heardEver();
        long fellSilent = silent.stream().filter(heard::contains).count();
        boolean many = fellSilent > 1 && fellSilent >= rules.shareForReconnect() * heard.size();
        if (all || many) {
            String some = fellSilent + " of " + heard.size() + " instruments fell silent";
            return reconnect(now, all ? "no trade of any instrument" : some);
        }
        if (silent.isEmpty()) {
            return List.of();
        }
        silences.forEach((instrument, silence) -> {
            if (silent.contains(instrument)) {
                silence.sinceRemedy.begin();
            }
        });
        return List.of(new StreamRemedy.Resubscribe(silent));
    }

    /** A reconnect costs all others their bar: who never traded as far as anybody knows cannot ask for it. */
    private Set<Instrument> heardEver() {
        return silences.keySet().stream()
                .filter(instrument -> counts.of(instrument).trades() > 0)
                .collect(Collectors.toSet());
    }

    /** What has not helped is done again less and less often. */
    private List<StreamRemedy> reconnect(Instant now, String why) {
        if (now.isBefore(nextReconnect)) {
            return List.of();
        }
        boolean lately = now.isBefore(nextReconnect.plus(reconnectPause));
        reconnectPause = lately ? longer(reconnectPause) : rules.pause();
        nextReconnect = now.plus(reconnectPause);
        connection.begin();
        silences.values().forEach(silence -> silence.sinceRemedy.begin());
        return List.of(new StreamRemedy.Reconnect(why));
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }
}
