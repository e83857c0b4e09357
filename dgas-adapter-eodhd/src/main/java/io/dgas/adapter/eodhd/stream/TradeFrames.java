package io.dgas.adapter.eodhd.stream;

import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.domain.market.Instrument;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells frames apart by their form, hands on trades, and counts the rest. */
final class TradeFrames {

    /** What the vendor says of the connection and not of the market. */
    @FunctionalInterface
    interface Notices {
        void onNotice(int status, String message);
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PREVIEW = 200;
    /** Times below this are in seconds, for in milliseconds they would be of 2001. */
    private static final long FIRST_IN_MILLISECONDS = 1_000_000_000_000L;

    private final TradeListener trades;
    private final Notices notices;
    private final TradeScanner scanner = new TradeScanner();
    private SymbolTable symbols = new SymbolTable(List.of());

    private long traded;
    private long quotes;
    private long unusable;
    private long strays;
    private long unknown;
    private @Nullable String lastUnknown;

    TradeFrames(TradeListener trades, Notices notices) {
        this.trades = trades;
        this.notices = notices;
    }

    void follow(Collection<Instrument> instruments) {
        symbols = new SymbolTable(instruments);
    }

    long trades() {
        return traded;
    }

    StreamStatus.Frames counts(long received) {
        return new StreamStatus.Frames(
                received, traded, quotes, unusable, strays, unknown, Optional.ofNullable(lastUnknown));
    }

    /** Reads one frame. */
    void decode(char[] text, int from, int to) {
        if (scanner.scan(text, from, to)) {
            Instrument instrument = symbols.find(text, scanner.symbolFrom, scanner.symbolTo);
            trade(instrument, scanner);
        } else {
            unusual(new String(text, from, to - from));
        }
    }

    /** A frame that could not be read at all. */
    void unreadable(String what) {
        unknown++;
        lastUnknown = what.length() > PREVIEW ? what.substring(0, PREVIEW) : what;
    }

    private void trade(@Nullable Instrument instrument, TradeScanner trade) {
        if (instrument == null) {
            strays++;
        } else if (trade.price > 0 && trade.size > 0 && trade.time > 0) {
            traded++;
            long time = trade.time < FIRST_IN_MILLISECONDS ? trade.time * 1000 : trade.time;
            int effect = TradeConditions.effect(trade.codes, trade.extendedHours);
            trades.onTrade(instrument, time, trade.price, trade.size, effect);
        } else {
            unusable++;
        }
    }

    private void unusual(String frame) {
        try {
            classify(JSON.readTree(frame), frame);
        } catch (JacksonException e) {
            unreadable(frame);
        }
    }

    private void classify(JsonNode node, String frame) {
        if (node.has("status_code") || node.has("status")) {
            JsonNode status = node.has("status_code") ? node.path("status_code") : node.path("status");
            notices.onNotice(status.asInt(0), node.path("message").asString(""));
        } else if (node.has("p") && node.has("s")) {
            unusualTrade(node);
        } else if (node.has("ap") || node.has("bp")) {
            quotes++;
        } else {
            unreadable(frame);
        }
    }

    private void unusualTrade(JsonNode node) {
        if (!UnusualTrade.read(node, scanner)) {
            unusable++;
            return;
        }
        char[] code = node.path("s").asString("").toCharArray();
        trade(symbols.find(code, 0, code.length), scanner);
    }
}
