package io.dgas.domain.bar;

import io.dgas.domain.market.TradingCalendar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An overnight jump that looks like a corporate action nobody recorded.
 *
 * @param split the usual split that would explain it, if one is near
 */
public record SuspiciousJump(OvernightJump jump, Optional<SplitRatio> split) {

    /** A jump as near as this to a split's, relatively, may be that split and a day's ordinary move. */
    private static final double NEAR = 0.03;

    private static final List<SplitRatio> USUAL = Stream.of(
                    "5:4", "4:3", "3:2", "2:1", "3:1", "4:1", "5:1", "6:1", "7:1", "8:1", "10:1", "15:1", "20:1",
                    "25:1", "30:1", "50:1")
            .map(SplitRatio::parse)
            .flatMap(ratio -> Stream.of(ratio, ratio.reversed()))
            .toList();

    /**
     * A split in whole shares.
     *
     * @param newShares for each lot of {@code oldShares}
     */
    public record SplitRatio(int newShares, int oldShares) {

        private static SplitRatio parse(String text) {
            int colon = text.indexOf(':');
            return new SplitRatio(
                    Integer.parseInt(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
        }

        private SplitRatio reversed() {
            return new SplitRatio(oldShares, newShares);
        }

        /** How far the jump is from what this split does to the price, relatively. */
        private double distance(OvernightJump jump) {
            return Math.abs(jump.ratio() * newShares / oldShares - 1);
        }

        @Override
        public String toString() {
            return newShares + ":" + oldShares;
        }
    }

    /** Those of a series, oldest first: beyond {@link OvernightJump#UNEXPLAINED_FROM} or near a usual split. */
    static List<SuspiciousJump> in(BarSeries adjusted, TradingCalendar calendar) {
        return OvernightJump.between(adjusted, calendar).stream()
                .map(jump -> new SuspiciousJump(jump, nearest(jump)))
                .filter(jump -> jump.split().isPresent() || jump.jump().size() >= OvernightJump.UNEXPLAINED_FROM)
                .toList();
    }

    private static Optional<SplitRatio> nearest(OvernightJump jump) {
        return USUAL.stream()
                .filter(split -> split.distance(jump) <= NEAR)
                .min(Comparator.comparingDouble(split -> split.distance(jump)));
    }
}
