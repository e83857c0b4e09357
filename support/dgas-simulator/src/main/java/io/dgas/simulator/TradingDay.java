package io.dgas.simulator;

import java.util.ArrayList;
import java.util.List;

/** One symbol's minutes of one New York date, ascending; never empty. */
record TradingDay(Session session, List<MinuteBar> minutes) {

    List<MinuteBar> regular() {
        return minutes.stream()
                .filter(bar -> session.isRegular(bar.openSecond()))
                .toList();
    }

    /** The closing auction's price where a minute at the close records it, else the last regular close. */
    double officialClose() {
        for (MinuteBar bar : minutes) {
            if (bar.openSecond() == session.close()) {
                return bar.open();
            }
        }
        List<MinuteBar> regular = regular();
        return (regular.isEmpty() ? minutes : regular).getLast().close();
    }

    long volume() {
        return minutes.stream().mapToLong(MinuteBar::volume).sum();
    }

    /** The regular minutes of one slot that opens at the second and lasts so many seconds. */
    List<MinuteBar> slot(long openSecond, long seconds) {
        List<MinuteBar> slot = new ArrayList<>();
        for (MinuteBar bar : regular()) {
            if (bar.openSecond() >= openSecond && bar.openSecond() < openSecond + seconds) {
                slot.add(bar);
            }
        }
        return slot;
    }

    /** Several minutes as one bar; not empty. */
    static MinuteBar merged(long openSecond, List<MinuteBar> minutes) {
        double high = minutes.stream().mapToDouble(MinuteBar::high).max().orElseThrow();
        double low = minutes.stream().mapToDouble(MinuteBar::low).min().orElseThrow();
        long volume = minutes.stream().mapToLong(MinuteBar::volume).sum();
        return new MinuteBar(
                openSecond,
                minutes.getFirst().open(),
                high,
                low,
                minutes.getLast().close(),
                volume);
    }
}
