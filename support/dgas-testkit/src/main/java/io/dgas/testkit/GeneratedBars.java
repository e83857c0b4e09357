package io.dgas.testkit;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.bars.RegimeWalk;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Made-up daily bars over real sessions. Their tickers begin with {@code GEN}, so that nobody takes them for recorded ones. */
public final class GeneratedBars {

    private GeneratedBars() {}

    /** The ticker of the made-up share with this number, from 1: {@code GEN001}. */
    public static Instrument instrument(int number) {
        return new Instrument(String.format(Locale.ROOT, "GEN%03d", number));
    }

    /**
     * A bar for each of the sessions. A share's bars depend on the seed, its number and the count of sessions before, and on
     * nothing else.
     *
     * @param number of the share, from 1
     */
    public static BarSeries daily(long seed, int number, List<Session> sessions) {
        SplittableRandom random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        double start = Math.rint(100 * Math.exp(2 + 3 * random.nextDouble())) / 100;
        RegimeWalk walk = RegimeWalk.of(random.nextLong(), sessions.size(), start);
        BarSeries.Builder bars = BarSeries.builder(new BarKey(instrument(number), Timeframe.D1), sessions.size());
        for (int day = 0; day < sessions.size(); day++) {
            Session session = sessions.get(day);
            double[] bar = walk.ohlcv(day);
            bars.add(
                    session.open().getEpochSecond(),
                    session.close().getEpochSecond(),
                    bar[0],
                    bar[1],
                    bar[2],
                    bar[3],
                    bar[4],
                    session.isShort());
        }
        return bars.build();
    }
}
