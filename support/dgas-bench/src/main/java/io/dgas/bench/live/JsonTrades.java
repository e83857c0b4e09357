package io.dgas.bench.live;

import io.dgas.application.port.out.vendor.TradeEffect;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a trade's frame by Jackson, as one usually would. What was read is in the fields until the next frame. */
abstract sealed class JsonTrades {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The vendor's table of conditions, once more. */
    private static final long NO_HIGH_LOW = set(2, 7, 12, 13, 15, 16, 20, 21, 37, 52, 53);

    private static final long NO_LAST = set(2, 5, 7, 10, 12, 13, 15, 16, 20, 21, 22, 29, 33, 37, 52, 53);
    private static final long NO_VOLUME = set(15, 16, 38);

    String symbol = "";
    double price;
    double size;
    long time;
    long codes;

    abstract void read(byte[] bytes, int from, int length);

    /** In the regular session, where all the frames of the tape are. */
    int effect() {
        return ((codes & NO_HIGH_LOW) == 0 ? TradeEffect.HIGH_LOW : 0)
                | ((codes & NO_LAST) == 0 ? TradeEffect.LAST : 0)
                | ((codes & NO_VOLUME) == 0 ? TradeEffect.VOLUME : 0);
    }

    private static long set(int... codes) {
        long set = 0;
        for (int code : codes) {
            set |= 1L << code;
        }
        return set;
    }

    /** The frame as a tree of nodes. */
    static final class Tree extends JsonTrades {

        @Override
        void read(byte[] bytes, int from, int length) {
            JsonNode node = JSON.readTree(bytes, from, length);
            symbol = node.path("s").asString("");
            price = node.path("p").asDouble(0);
            size = node.path("v").asDouble(0);
            time = node.path("t").asLong(0);
            codes = 0;
            for (JsonNode code : node.path("c")) {
                codes |= 1L << code.asInt();
            }
        }
    }

    /** The frame token by token. */
    static final class Tokens extends JsonTrades {

        @Override
        void read(byte[] bytes, int from, int length) {
            codes = 0;
            try (JsonParser parser = JSON.createParser(bytes, from, length)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    field(name, parser);
                }
            }
        }

        private void field(String name, JsonParser parser) {
            switch (name) {
                case "s" -> symbol = parser.getString();
                case "p" -> price = parser.getDoubleValue();
                case "v" -> size = parser.getDoubleValue();
                case "t" -> time = parser.getLongValue();
                case "c" -> codes(parser);
                default -> parser.skipChildren();
            }
        }

        private void codes(JsonParser parser) {
            while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                codes |= 1L << parser.getIntValue();
            }
        }
    }
}
