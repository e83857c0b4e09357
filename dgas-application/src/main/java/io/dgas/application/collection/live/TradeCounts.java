package io.dgas.application.collection.live;

import io.dgas.application.port.out.collection.TradeCountRepository;
import io.dgas.application.port.out.collection.TradeCountRepository.CountedTrades;
import io.dgas.domain.market.Instrument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many trades came in how much time, for each instrument and each half hour of the session, and how long it was silent
 * in between; what is expected of the next ones is learnt from it. Not for several threads.
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

    /**
     * Silences of an instrument that were no fault.
     *
     * @param count of those longer than what is no silence
     * @param seconds that they went on beyond it, all together
     */
    public record Silences(double count, double seconds) {

        static final Silences NONE = new Silences(0, 0);

        public Silences {
            if (!(count >= 0) || !(seconds >= 0)) {
                throw new IllegalArgumentException(
                        count + " silences of " + seconds + " seconds: expected 0 or more of each");
            }
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
    private final Map<Instrument, Silences> silences = new HashMap<>();

    /** Goes on from what was kept. */
    public static TradeCounts of(CountedTrades kept) {
        TradeCounts counts = new TradeCounts();
        kept.halfHours()
                .forEach(each ->
                        counts.add(new Slot(each.instrument(), each.halfHour()), each.trades(), each.minutes()));
        kept.silences().forEach(each -> counts.addSilences(each.instrument(), each.count(), each.seconds()));
        return counts;
    }

    /** Counts trades that came while the instrument was listened to for so many minutes. */
    public void add(Slot slot, double trades, double minutes) {
        slots.put(slot, slots.getOrDefault(slot, Tally.NONE).plus(trades, minutes));
        Instrument instrument = slot.instrument();
        whole.put(instrument, whole.getOrDefault(instrument, Tally.NONE).plus(trades, minutes));
    }

    /** Counts silences that went on so many seconds beyond what is no silence. */
    public void addSilences(Instrument instrument, double count, double seconds) {
        Silences known = silences(instrument);
        silences.put(instrument, new Silences(known.count() + count, known.seconds() + seconds));
    }

    /** Makes what was counted weigh less than what is yet to come; done once a session. */
    public void fade(double share) {
        if (!(0 <= share && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share + ": expected 0 to 1");
        }
        slots.replaceAll((slot, tally) -> new Tally(tally.trades() * share, tally.minutes() * share));
        whole.replaceAll((instrument, tally) -> new Tally(tally.trades() * share, tally.minutes() * share));
        silences.replaceAll((instrument, known) -> new Silences(known.count() * share, known.seconds() * share));
    }

    /** All that was counted, to be kept. */
    public CountedTrades counted() {
        List<TradeCountRepository.HalfHour> halfHours = new ArrayList<>();
        new TreeMap<>(slots)
                .forEach((slot, tally) -> halfHours.add(new TradeCountRepository.HalfHour(
                        slot.instrument(), slot.halfHour(), tally.trades(), tally.minutes())));
        List<TradeCountRepository.Silences> silent = new ArrayList<>();
        new TreeMap<>(silences)
                .forEach((instrument, known) ->
                        silent.add(new TradeCountRepository.Silences(instrument, known.count(), known.seconds())));
        return new CountedTrades(halfHours, silent);
    }

    Silences silences(Instrument instrument) {
        return silences.getOrDefault(instrument, Silences.NONE);
    }

    Tally of(Slot slot) {
        return slots.getOrDefault(slot, Tally.NONE);
    }

    Tally of(Instrument instrument) {
        return whole.getOrDefault(instrument, Tally.NONE);
    }
}
