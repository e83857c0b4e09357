package io.dgas.testkit;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.bars.RegimeWalk;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Made-up bars over real sessions. Their tickers begin with {@code GEN}, so that nobody takes them for recorded ones. */
public final class GeneratedBars {

    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();

    private GeneratedBars() {}

    /** The ticker of the made-up share with this number, from 1: {@code GEN001}. */
    public static Instrument instrument(int number) {
        return new Instrument(String.format(Locale.ROOT, "GEN%03d", number));
    }

    /**
     * The bars of the sessions, a day long at most. A share's bars depend on the seed, its number and the count of bars
     * before, and on nothing else.
     *
     * @param number of the share, from 1
     */
    public static BarSeries of(long seed, int number, Timeframe timeframe, List<Session> sessions) {
        SplittableRandom random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        double start = Math.rint(100 * Math.exp(2 + 3 * random.nextDouble())) / 100;
        long[] opens = sessions.stream()
                .flatMapToLong(session -> opens(session, timeframe))
                .toArray();
        RegimeWalk walk = RegimeWalk.of(random.nextLong(), opens.length, start);
        BarSeries.Builder bars = BarSeries.builder(new BarKey(instrument(number), timeframe), opens.length);
        for (int at = 0; at < opens.length; at++) {
            double[] bar = walk.ohlcv(at);
            bars.add(
                    opens[at],
                    CALENDAR.closeOfBar(opens[at], timeframe),
                    bar[0],
                    bar[1],
                    bar[2],
                    bar[3],
                    bar[4],
                    CALENDAR.isShortBar(opens[at], timeframe));
        }
        return bars.build();
    }

    private static LongStream opens(Session session, Timeframe timeframe) {
        long open = session.open().getEpochSecond();
        return timeframe.isIntraday()
                ? LongStream.iterate(open, at -> at < session.close().getEpochSecond(), at -> at + timeframe.seconds())
                : LongStream.of(open);
    }
}
