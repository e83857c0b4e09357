package io.dgas.simulator.tape;

import java.util.List;
import java.util.Set;

/**
 * The condition codes of one trade, and what by the vendor's table they keep it from moving. One disqualifying code is
 * enough; a code that the table does not name disqualifies from nothing.
 */
public record Conditions(List<Integer> codes) {

    /** No code at all, as most trades have. */
    public static final Conditions NONE = new Conditions(List.of());

    private static final Set<Integer> NOT_HIGH_LOW = Set.of(2, 7, 12, 13, 15, 16, 20, 21, 37, 52, 53);
    private static final Set<Integer> NOT_LAST = Set.of(2, 5, 7, 10, 12, 13, 15, 16, 20, 21, 22, 29, 33, 37, 52, 53);
    private static final Set<Integer> NOT_VOLUME = Set.of(15, 16, 38);
    private static final Set<Integer> OUTSIDE_THE_SESSION = Set.of(12, 13);

    public Conditions {
        codes = List.copyOf(codes);
    }

    static Conditions of(Integer... codes) {
        return new Conditions(List.of(codes));
    }

    /** Whether a trade with these codes moves the high and the low. */
    public boolean moveHighLow(MarketStatus status) {
        return noneIn(NOT_HIGH_LOW, status);
    }

    /** Whether a trade with these codes is the last price, and so the open where it is the first. */
    public boolean moveLast(MarketStatus status) {
        return noneIn(NOT_LAST, status);
    }

    public boolean countVolume() {
        return codes.stream().noneMatch(NOT_VOLUME::contains);
    }

    private boolean noneIn(Set<Integer> disqualifying, MarketStatus status) {
        for (int code : codes) {
            boolean excused = status == MarketStatus.EXTENDED_HOURS && OUTSIDE_THE_SESSION.contains(code);
            if (disqualifying.contains(code) && !excused) {
                return false;
            }
        }
        return true;
    }
}
