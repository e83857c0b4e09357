package io.dgas.simulator.market;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A random walk in cents through the minutes of one day. */
final class Walk {

    static final long LEAST_CENTS = 500;

    private static final int OUTSIDE_MINUTES = 6;
    private static final long AUCTION_VOLUME = 10_000;

    private final SplittableRandom random;
    private final boolean thin;
    private long cents;

    Walk(SplittableRandom random, long cents, boolean thin) {
        this.random = random;
        this.thin = thin;
        this.cents = cents;
    }

    List<MinuteBar> through(Session session) {
        List<MinuteBar> bars = new ArrayList<>(406);
        bars.add(indication(session.firstSecond()));
        outside(session.firstSecond() + 60, session.open(), bars);
        for (long second = session.open(); second < session.close(); second += 60) {
            MinuteBar bar = minute(second, 20_000);
            if (!thin || second == session.open() || random.nextInt(4) == 0) {
                bars.add(bar);
            }
        }
        cents = step();
        bars.add(new MinuteBar(
                session.close(), dollars(cents), dollars(cents), dollars(cents), dollars(cents), AUCTION_VOLUME));
        outside(session.close() + 60, session.lastSecond(), bars);
        return bars;
    }

    /** A price of the early morning at which nothing was traded. */
    private MinuteBar indication(long second) {
        return new MinuteBar(second, dollars(cents), dollars(cents), dollars(cents), dollars(cents), 0);
    }

    /** One minute at random out of each part of the hours outside the session. */
    private void outside(long from, long to, List<MinuteBar> bars) {
        long part = (to - from) / 60 / OUTSIDE_MINUTES * 60;
        for (int index = 0; index < OUTSIDE_MINUTES; index++) {
            bars.add(minute(from + index * part + 60 * random.nextLong(part / 60), 900));
        }
    }

    private MinuteBar minute(long second, long mostVolume) {
        long open = step();
        long high = open + random.nextLong(0, 6);
        long low = open - random.nextLong(0, 6);
        cents = random.nextLong(low, high + 1);
        long volume = random.nextLong(100, mostVolume);
        return new MinuteBar(second, dollars(open), dollars(high), dollars(low), dollars(cents), volume);
    }

    private long step() {
        return Math.max(LEAST_CENTS, cents + random.nextLong(-5, 6));
    }

    private static double dollars(long cents) {
        return cents / 100.0;
    }
}
