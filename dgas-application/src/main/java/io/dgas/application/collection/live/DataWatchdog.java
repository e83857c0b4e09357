package io.dgas.application.collection.live;

import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.StreamStatus.State;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells silence that is chance from silence that is a fault, for each instrument and for the connection, by how often
 * trades come at that time of day; and learns that while it watches. Asked in market hours alone, about once a second.
 * Not for several threads.
 */
public final class DataWatchdog {

    /** Time in which nobody looked proves nothing. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final long HALF_HOUR_SECONDS = 1800;

    private final WatchdogRules rules;
    private final TradeCounts counts;
    private final Map<Instrument, Silence> silences = new LinkedHashMap<>();
    private final Silence connection = new Silence();
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
        opened = open;
        looked = open;
        connection.begin();
        silences.values().forEach(Silence::begin);
    }

    /** The session is over: what was counted in it is settled. */
    public void sessionClosed(Instant close) {
        silences.forEach((instrument, silence) -> settle(instrument, silence, close));
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
            connection.trades++;
        }
    }

    /** Looks at what came since the last look. */
    public WatchdogReport check(Instant now, StreamStatus stream) {
        Duration passed = passed(now);
        looked = now;
        double missingOfAll = 0;
        for (Map.Entry<Instrument, Silence> each : silences.entrySet()) {
            double rate = rules.rate().perMinute(counts, slot(each.getKey(), now));
            missingOfAll += rate;
            look(each, rate, new Look(now, passed));
        }
        connection.pass(missingOfAll, passed);
        return new WatchdogReport(starved(), stream.state() == State.LIVE ? remedies(now, stream) : List.of());
    }

    private record Look(Instant now, Duration passed) {}

    private Duration passed(Instant now) {
        Duration passed = Duration.between(looked.equals(Instant.MIN) ? now : looked, now);
        if (passed.isNegative()) {
            return Duration.ZERO;
        }
        return passed.compareTo(LONGEST_STEP) < 0 ? passed : LONGEST_STEP;
    }

    private void look(Map.Entry<Instrument, Silence> each, double rate, Look look) {
        Silence silence = each.getValue();
        boolean heard = silence.trades > 0;
        silence.minutes += minutes(look.passed());
        if (heard) {
            settle(each.getKey(), silence, look.now());
        }
        silence.pass(rate, look.passed());
        if (silence.isImprobable(rules) && silence.starvedSince == null) {
            silence.starvedSince = look.now();
        }
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

    private Map<Instrument, Instant> starved() {
        Map<Instrument, Instant> starved = new TreeMap<>();
        silences.forEach((instrument, silence) -> {
            if (silence.starvedSince != null) {
                starved.put(instrument, silence.starvedSince);
            }
        });
        return starved;
    }

    private List<StreamRemedy> remedies(Instant now, StreamStatus stream) {
        Instant since = stream.since().orElse(now);
        if (now.isBefore(since.plus(rules.pause()))) {
            return List.of();
        }
        Set<Instrument> starved = new TreeSet<>(starved().keySet());
        starved.retainAll(stream.subscribed());
        boolean all = connection.isImprobable(rules);
        boolean many = starved.size() > 1 && starved.size() >= rules.shareForReconnect() * silences.size();
        if (!all && !many) {
            reconnectPause = rules.pause();
            return resubscribe(starved, now);
        }
        String some = starved.size() + " of " + silences.size() + " instruments are silent";
        return reconnect(now, all ? "no trade of any instrument" : some);
    }

    /** What has not helped is done again less and less often. */
    private List<StreamRemedy> reconnect(Instant now, String why) {
        if (now.isBefore(nextReconnect)) {
            return List.of();
        }
        reconnectPause = reconnectPause.compareTo(LONGEST_PAUSE) < 0 ? reconnectPause.multipliedBy(2) : reconnectPause;
        nextReconnect = now.plus(reconnectPause);
        connection.begin();
        silences.values().forEach(silence -> silence.resubscribed = now);
        return List.of(new StreamRemedy.Reconnect(why));
    }

    private List<StreamRemedy> resubscribe(Set<Instrument> starved, Instant now) {
        List<Instrument> due = new ArrayList<>();
        for (Instrument instrument : starved) {
            Silence silence = silences.getOrDefault(instrument, connection);
            if (silence.resubscribed == null || !now.isBefore(silence.resubscribed.plus(rules.pause()))) {
                silence.resubscribed = now;
                due.add(instrument);
            }
        }
        return due.isEmpty() ? List.of() : List.of(new StreamRemedy.Resubscribe(Set.copyOf(due)));
    }

    static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
