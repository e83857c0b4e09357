package io.dgas.application.prediction;

import io.dgas.domain.bar.BarSeries;

/** Hashes of 64 bits that tell whether two runs saw and said the same, on any machine. No protection against malice. */
final class SeriesHash {

    private static final long START = 0xCBF2_9CE4_8422_2325L;
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private long hash = START;

    private SeriesHash() {}

    /** Of every time, price and volume, to the bit. */
    static long of(BarSeries bars) {
        SeriesHash hash = new SeriesHash();
        for (int bar = 0; bar < bars.size(); bar++) {
            hash.add(bars.openSecond(bar));
            hash.add(bars.closeSecond(bar));
            hash.add(Double.doubleToLongBits(bars.open(bar)));
            hash.add(Double.doubleToLongBits(bars.high(bar)));
            hash.add(Double.doubleToLongBits(bars.low(bar)));
            hash.add(Double.doubleToLongBits(bars.close(bar)));
            hash.add(Double.doubleToLongBits(bars.volume(bar)));
        }
        return hash.hash;
    }

    static long of(String text) {
        SeriesHash hash = new SeriesHash();
        text.chars().forEach(hash::add);
        return hash.hash;
    }

    private void add(long value) {
        hash = Long.rotateLeft((hash ^ value) * STEP, 31);
    }
}
