package io.dgas.bench.live;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.trades.MadeUpTrades;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Half a million trades of the first half hour of a session: the bytes of their frames, by the steps in which they come. */
final class FrameTape {

    static final int TICKS = 500_000;

    /** A step takes in what came since the one before; a stream as fast as this machine can read has fewer of them. */
    static final int STEPS = 100;

    static final Duration GRACE = Duration.ofSeconds(45);

    private static final int TICKS_OF_STEP = TICKS / STEPS;
    private static final Duration STEP = Duration.ofSeconds(16);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final long SEED = 42;

    private final List<Instrument> instruments;
    private final Session session;
    private final byte[] bytes;
    private final int[] ends = new int[TICKS];

    /** Takes one frame. */
    interface Reader {
        void read(byte[] bytes, int from, int to);
    }

    private FrameTape(List<String> symbols) {
        instruments = symbols.stream()
                .map(symbol -> new Instrument(symbol.replace('-', '.')))
                .toList();
        session = TradingCalendar.nyse().sessionOn(LocalDate.of(2026, 7, 15)).orElseThrow();
        bytes = record(new MadeUpTrades(symbols, SEED));
    }

    static FrameTape of(int symbols) {
        return new FrameTape(MadeUpTrades.symbols(symbols));
    }

    private byte[] record(MadeUpTrades trades) {
        ByteArrayOutputStream recorded = new ByteArrayOutputStream(TICKS * 96);
        long begin = begin().toEpochMilli();
        for (int tick = 0; tick < TICKS; tick++) {
            String frame = trades.next(begin + tick * STEP.toMillis() / TICKS_OF_STEP);
            recorded.writeBytes(frame.getBytes(StandardCharsets.UTF_8));
            ends[tick] = recorded.size();
        }
        return recorded.toByteArray();
    }

    List<Instrument> instruments() {
        return instruments;
    }

    Session session() {
        return session;
    }

    private Instant begin() {
        return session.open().plus(HALF_HOUR).minus(STEP.multipliedBy(STEPS));
    }

    /** When the trades of a step have come in. */
    Instant timeOf(int step) {
        return begin().plus(STEP.multipliedBy(step + 1L));
    }

    /** When the bar of these trades is due. */
    Instant due() {
        return session.open().plus(HALF_HOUR).plus(GRACE);
    }

    void read(int step, Reader reader) {
        int first = step * TICKS_OF_STEP;
        int from = first == 0 ? 0 : ends[first - 1];
        for (int tick = first; tick < first + TICKS_OF_STEP; tick++) {
            reader.read(bytes, from, ends[tick]);
            from = ends[tick];
        }
    }
}
