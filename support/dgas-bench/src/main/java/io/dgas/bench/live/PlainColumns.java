package io.dgas.bench.live;

import io.dgas.application.port.out.vendor.TradeEffect;
import io.dgas.domain.market.Instrument;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The least that must be done: trades that are columns already, folded into columns of bars, by a plain loop. */
final class PlainColumns {

    private final int[] symbols = new int[FrameTape.TICKS];
    private final double[] prices = new double[FrameTape.TICKS];
    private final double[] sizes = new double[FrameTape.TICKS];
    private final byte[] effects = new byte[FrameTape.TICKS];
    private final int instruments;
    private int size;

    PlainColumns(FrameTape tape) {
        instruments = tape.instruments().size();
        Map<Instrument, Integer> places = new HashMap<>();
        tape.instruments().forEach(instrument -> places.put(instrument, places.size()));
        JsonStream decoded = new JsonStream(new JsonTrades.Tokens(), (instrument, time, price, volume, effect) -> {
            symbols[size] = places.getOrDefault(instrument, 0);
            prices[size] = price;
            sizes[size] = volume;
            effects[size++] = (byte) effect;
        });
        decoded.follow(tape.instruments());
        for (int step = 0; step < FrameTape.STEPS; step++) {
            decoded.offer(tape, step);
            decoded.tick(tape.timeOf(step));
        }
    }

    /** Open, high, low, close and volume of each instrument, in the order in which trades came. */
    double[][] fold() {
        double[][] bars = new double[5][instruments];
        Arrays.fill(bars[2], Double.POSITIVE_INFINITY);
        for (int tick = 0; tick < size; tick++) {
            int symbol = symbols[tick];
            double price = prices[tick];
            if ((effects[tick] & TradeEffect.VOLUME) != 0) {
                bars[4][symbol] += sizes[tick];
            }
            if ((effects[tick] & TradeEffect.HIGH_LOW) != 0) {
                bars[1][symbol] = Math.max(bars[1][symbol], price);
                bars[2][symbol] = Math.min(bars[2][symbol], price);
            }
            if ((effects[tick] & TradeEffect.LAST) != 0) {
                bars[0][symbol] = bars[0][symbol] == 0 ? price : bars[0][symbol];
                bars[3][symbol] = price;
            }
        }
        return bars;
    }
}
