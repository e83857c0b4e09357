package io.dgas.simulator.market;

import java.util.List;
import java.util.Optional;

/** One symbol's minutes of one New York date, ascending; never empty. */
public final class TradingDay {

    private final Session session;
    private final List<MinuteBar> minutes;
    private final int firstRegular;
    private final int lastRegular;

    TradingDay(Session session, List<MinuteBar> minutes) {
        this.session = session;
        this.minutes = List.copyOf(minutes);
        this.firstRegular = indexFrom(session.open());
        this.lastRegular = indexFrom(session.close());
    }

    public Session session() {
        return session;
    }

    public List<MinuteBar> minutes() {
        return minutes;
    }

    /** The minutes of the regular session. */
    public List<MinuteBar> regular() {
        return minutes.subList(firstRegular, lastRegular);
    }

    /** The minute that opens at the second. */
    public Optional<MinuteBar> minute(long openSecond) {
        int index = indexFrom(openSecond);
        return index < minutes.size() && minutes.get(index).openSecond() == openSecond
                ? Optional.of(minutes.get(index))
                : Optional.empty();
    }

    /** The closing auction's price where a minute at the close records it, else the last regular close. */
    public double officialClose() {
        return minute(session.close())
                .map(MinuteBar::open)
                .orElseGet(() ->
                        (regular().isEmpty() ? minutes : regular()).getLast().close());
    }

    public long volume() {
        long volume = 0;
        for (MinuteBar bar : minutes) {
            volume += bar.volume();
        }
        return volume;
    }

    /** The regular minutes of one slot that opens at the second and lasts so many seconds. */
    public List<MinuteBar> slot(long openSecond, long seconds) {
        int from = Math.clamp(indexFrom(openSecond), firstRegular, lastRegular);
        int to = Math.clamp(indexFrom(openSecond + seconds), firstRegular, lastRegular);
        return minutes.subList(from, to);
    }

    /** The day as the daily bar shows it: the regular session and the official close, the volume of all hours. */
    public MinuteBar whole() {
        MinuteBar bar = merged(session.open(), regular().isEmpty() ? minutes : regular());
        double close = officialClose();
        return new MinuteBar(
                session.open(), bar.open(), Math.max(bar.high(), close), Math.min(bar.low(), close), close, volume());
    }

    /** Several minutes as one bar; not empty. */
    public static MinuteBar merged(long openSecond, List<MinuteBar> minutes) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        long volume = 0;
        for (MinuteBar bar : minutes) {
            high = Math.max(high, bar.high());
            low = Math.min(low, bar.low());
            volume += bar.volume();
        }
        return new MinuteBar(
                openSecond,
                minutes.getFirst().open(),
                high,
                low,
                minutes.getLast().close(),
                volume);
    }

    /** The index of the first minute that opens at the second or later. */
    private int indexFrom(long openSecond) {
        int low = 0;
        int high = minutes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (minutes.get(middle).openSecond() < openSecond) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
