package io.dgas.simulator.socket;

import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.market.Session;
import io.dgas.simulator.tape.Conditions;
import io.dgas.simulator.tape.MarketStatus;
import io.dgas.simulator.tape.Trade;
import java.util.ArrayList;
import java.util.List;

/**
 * What is sent for a trade that a fault strikes. Either the trade itself in a form that a client must bear, or the trade as
 * it should be and before it something that a client must refuse, at a price that would spoil its bar.
 */
final class FaultyTrades {

    /** The messages in order, and the true trades in them. */
    record Sending(List<byte[]> messages, List<Trade> trades) {

        static Sending of(Trade trade) {
            return new Sending(List.of(Frames.text(TradeText.trade(trade))), List.of(trade));
        }
    }

    private static final Conditions ODD_LOT = new Conditions(List.of(37));

    private FaultyTrades() {}

    /** Whether the fault can strike the trade at all without changing what it says. */
    static boolean applies(FaultKind kind, Trade trade) {
        int codes = trade.conditions().codes().size();
        return switch (kind) {
            case WS_CONDITION_NULL, WS_CONDITION_MISSING -> codes == 0;
            case WS_CONDITION_INT -> codes == 1;
            case WS_VOLUME_FRACTIONAL -> trade.volume() > 1 && trade.stampMillis() % 1_000 < 999;
            default -> true;
        };
    }

    static Sending of(Fault fault, Trade trade) {
        String text = TradeText.trade(trade);
        return switch (fault.kind()) {
            case WS_DUPLICATE -> new Sending(List.of(Frames.text(text), Frames.text(text)), List.of(trade));
            case WS_FRAGMENTED -> new Sending(List.of(Frames.fragmented(text)), List.of(trade));
            case WS_VOLUME_FRACTIONAL -> halves(trade);
            case WS_BURST -> burst(trade, fault.particulars().count());
            case WS_SPIKE -> spike(trade);
            case WS_SECONDS,
                    WS_CONDITION_INT,
                    WS_CONDITION_NULL,
                    WS_CONDITION_MISSING,
                    WS_PRICE_STRING,
                    WS_STATUS_VARIANT,
                    WS_EXTRA_FIELDS ->
                new Sending(List.of(Frames.text(variant(fault.kind(), trade, text))), List.of(trade));
            default -> new Sending(List.of(besides(fault, trade, text), Frames.text(text)), List.of(trade));
        };
    }

    private static String variant(FaultKind kind, Trade trade, String text) {
        String codes = "\"c\":" + TradeText.codes(trade);
        return switch (kind) {
            case WS_SECONDS -> text.replace("\"t\":" + trade.stampMillis(), "\"t\":" + trade.stampMillis() / 1_000);
            case WS_CONDITION_INT ->
                text.replace(codes, "\"c\":" + trade.conditions().codes().getFirst());
            case WS_CONDITION_NULL -> text.replace(codes, "\"c\":null");
            case WS_CONDITION_MISSING -> text.replace(codes + ",", "");
            case WS_PRICE_STRING ->
                TradeText.trade(trade, "\"" + TradeText.price(trade.price()) + "\"", Long.toString(trade.volume()));
            case WS_STATUS_VARIANT ->
                trade.status() == MarketStatus.OPEN
                        ? text.replace("\"ms\":\"open\"", "\"ms\":null")
                        : text.replace("extended-hours", "extended hours");
            default -> text.replace("{\"s\"", "{\"x\":{\"y\":[1,null]},\"q\":7,\"s\"");
        };
    }

    /** What comes before the true trade and is none. */
    private static byte[] besides(Fault fault, Trade trade, String text) {
        return switch (fault.kind()) {
            case WS_NOT_JSON -> Frames.text(text.substring(0, text.length() / 2));
            case WS_BINARY -> Frames.binary(text);
            case WS_ARRAY -> Frames.text("[" + text + "]");
            case WS_EMPTY -> Frames.text("");
            case WS_OVERSIZED ->
                Frames.text(oversized(trade, fault.particulars().count()));
            case WS_UNKNOWN_SHAPE ->
                Frames.text(
                        "{\"s\":\"" + trade.symbol() + "\",\"h\":\"S\",\"r\":\"0\",\"t\":" + trade.stampMillis() + "}");
            default -> Frames.text(refusable(fault, trade, text));
        };
    }

    /** A frame of a trade's shape with one value that no trade has. */
    private static String refusable(Fault fault, Trade trade, String text) {
        String volume = Long.toString(trade.volume());
        String price = "\"p\":" + TradeText.price(trade.price()) + ",";
        long day = Session.containing(trade.stampMillis() / 1_000).firstSecond() * 1_000;
        return switch (fault.kind()) {
            case WS_PRICE_ZERO -> TradeText.trade(trade, "0", volume);
            case WS_PRICE_NEGATIVE -> TradeText.trade(trade, "-" + TradeText.price(trade.price()), volume);
            case WS_PRICE_MISSING -> text.replace(price, "");
            case WS_VOLUME_MISSING -> text.replace("\"v\":" + volume + ",", "");
            case WS_OUTSIDE_SESSION -> TradeText.trade(spoiled(trade, day - 1_800_000));
            default ->
                TradeText.trade(
                        spoiled(trade, trade.stampMillis() + fault.particulars().delayMs()));
        };
    }

    /** A trade made so long before the time, as sent on a subscription. */
    static String snapshot(String symbol, double price, long stampMillis) {
        return TradeText.trade(new Trade(symbol, price, Conditions.NONE, 100, MarketStatus.OPEN, stampMillis));
    }

    private static String oversized(Trade trade, int bytes) {
        return "{\"s\":\"" + trade.symbol() + "\",\"note\":\"" + "x".repeat(bytes) + "\"}";
    }

    private static Trade spoiled(Trade trade, long stampMillis) {
        double price = Math.round(trade.price() * 150) / 100.0;
        return new Trade(trade.symbol(), price, trade.conditions(), trade.volume(), trade.status(), stampMillis);
    }

    /** The trade as two, a millisecond apart, whose fractional volumes add up to its own. */
    private static Sending halves(Trade trade) {
        String price = TradeText.price(trade.price());
        Trade second = at(trade, trade.conditions(), trade.stampMillis() + 1);
        return new Sending(
                List.of(
                        Frames.text(TradeText.trade(trade, price, (trade.volume() - 1) + ".5")),
                        Frames.text(TradeText.trade(second, price, "0.5"))),
                List.of(trade));
    }

    /**
     * The trade and so many odd lots in the same second, which add volume and move nothing; at a price between the cents, so
     * that none is like a trade of the market.
     */
    private static Sending burst(Trade trade, int count) {
        long second = trade.stampMillis() / 1_000 * 1_000;
        double price = trade.price() + 0.0001;
        List<Trade> trades = new ArrayList<>(List.of(trade));
        for (int index = 0; index < count; index++) {
            long stamp = second + index % 1_000;
            trades.add(new Trade(trade.symbol(), price, ODD_LOT, 1 + index / 1_000, trade.status(), stamp));
        }
        return sending(trades);
    }

    /** A print at three times the price under a code that keeps it out of the bar, and the trade. */
    private static Sending spike(Trade trade) {
        long stamp = trade.stampMillis() % 1_000 < 999 ? trade.stampMillis() + 1 : trade.stampMillis() - 1;
        double price = Math.round(trade.price() * 300) / 100.0;
        return sending(
                List.of(new Trade(trade.symbol(), price, ODD_LOT, trade.volume(), trade.status(), stamp), trade));
    }

    private static Sending sending(List<Trade> trades) {
        List<byte[]> messages =
                trades.stream().map(TradeText::trade).map(Frames::text).toList();
        return new Sending(messages, trades);
    }

    private static Trade at(Trade trade, Conditions conditions, long stampMillis) {
        return new Trade(trade.symbol(), trade.price(), conditions, trade.volume(), trade.status(), stampMillis);
    }
}
