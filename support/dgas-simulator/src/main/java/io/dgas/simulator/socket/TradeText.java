package io.dgas.simulator.socket;

import io.dgas.simulator.tape.Trade;

/** Trades and quotes as the vendor writes them. */
final class TradeText {

    private TradeText() {}

    static String trade(Trade trade) {
        return trade(trade, price(trade.price()), Long.toString(trade.volume()));
    }

    /** A trade with another text for its price and its volume. */
    static String trade(Trade trade, String price, String volume) {
        StringBuilder text = new StringBuilder(112);
        text.append("{\"s\":\"").append(trade.symbol());
        text.append("\",\"p\":").append(price);
        text.append(",\"c\":").append(codes(trade));
        text.append(",\"v\":").append(volume);
        text.append(",\"dp\":false,\"ms\":\"").append(trade.status().wireName());
        return text.append("\",\"t\":").append(trade.stampMillis()).append('}').toString();
    }

    /** A quote of a cent around the trade. */
    static String quote(Trade trade) {
        return "{\"s\":\"" + trade.symbol() + "\",\"ap\":" + price(cents(trade.price() + 0.01)) + ",\"as\":"
                + (1 + trade.volume() % 50) + ",\"bp\":" + price(cents(trade.price() - 0.01)) + ",\"bs\":"
                + (1 + trade.volume() % 70) + ",\"t\":" + trade.stampMillis() + "}";
    }

    static String codes(Trade trade) {
        StringBuilder text = new StringBuilder("[");
        for (int code : trade.conditions().codes()) {
            text.append(text.length() == 1 ? "" : ",").append(code);
        }
        return text.append(']').toString();
    }

    /** Whole dollars are written without decimals. */
    static String price(double price) {
        long whole = (long) price;
        return whole == price ? Long.toString(whole) : Double.toString(price);
    }

    private static double cents(double price) {
        return Math.round(price * 100) / 100.0;
    }
}
