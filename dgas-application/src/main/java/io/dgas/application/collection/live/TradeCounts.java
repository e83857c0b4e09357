package io.dgas.application.collection.live;

import io.dgas.domain.market.Instrument;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many trades came in how much time, for each instrument and each half hour of the session; what is expected of the
 * next ones is learnt from it. Not for several threads.
 */
public final class TradeCounts {

    /** The half hours of a regular session, and one more for what is longer. */
    public static final int HALF_HOURS = 14;

    /** Trades and the minutes they came in. */
    public record Tally(double trades, double minutes) {

        static final Tally NONE = new Tally(0, 0);

        public Tally {
            if (!(trades >= 0) || !(minutes >= 0)) {
                throw new IllegalArgumentException(
                        trades + " trades in " + minutes + " minutes: expected 0 or more of each");
            }
        }

        Tally plus(double moreTrades, double moreMinutes) {
            return new Tally(trades + moreTrades, minutes + moreMinutes);
        }
    }

    /** Whose half hour, counted from 0 at the opening. */
    public record Slot(Instrument instrument, int halfHour) implements Comparable<Slot> {

        public Slot {
            if (halfHour < 0 || halfHour >= HALF_HOURS) {
                throw new IllegalArgumentException(
                        "half hour " + halfHour + " of a session: expected 0 to " + (HALF_HOURS - 1));
            }
        }

        @Override
        public int compareTo(Slot other) {
            int byInstrument = instrument.compareTo(other.instrument);
            return byInstrument != 0 ? byInstrument : Integer.compare(halfHour, other.halfHour);
        }
    }

    private final Map<Slot, Tally> slots = new HashMap<>();
    private final Map<Instrument, Tally> whole = new HashMap<>();

    /** Counts trades that came while the instrument was listened to for so many minutes. */
    public void add(Slot slot, double trades, double minutes) {
        slots.put(slot, slots.getOrDefault(slot, Tally.NONE).plus(trades, minutes));
        Instrument instrument = slot.instrument();
        whole.put(instrument, whole.getOrDefault(instrument, Tally.NONE).plus(trades, minutes));
    }

    /** Makes what was counted weigh less than what is yet to come; done once a session with 0.9, a month's memory. */
    public void fade(double share) {
        if (!(0 <= share && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share + ": expected 0 to 1");
        }
        slots.replaceAll((slot, tally) -> new Tally(tally.trades() * share, tally.minutes() * share));
        whole.replaceAll((instrument, tally) -> new Tally(tally.trades() * share, tally.minutes() * share));
    }

    /** All that was counted, to be kept and counted again with {@link #add}. */
    public SortedMap<Slot, Tally> tallies() {
        return new TreeMap<>(slots);
    }

    Tally of(Slot slot) {
        return slots.getOrDefault(slot, Tally.NONE);
    }

    Tally of(Instrument instrument) {
        return whole.getOrDefault(instrument, Tally.NONE);
    }
}
