package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.TradeEffect;
import io.dgas.domain.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames become trades, or are counted as what they are. */
class TradeFramesTest {

    private static final List<Instrument> FOLLOWED =
            List.of(new Instrument("AAPL"), new Instrument("BRK.B"), new Instrument("TGT"));

    /** A trade as it was handed over. */
    private record Heard(String symbol, long time, double price, double size, int effect) {}

    private final List<Heard> heard = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final TradeFrames frames = new TradeFrames(
            (instrument, time, price, size, effect) ->
                    heard.add(new Heard(instrument.symbol(), time, price, size, effect)),
            (status, message) -> notices.add(status + " " + message));

    TradeFramesTest() {
        frames.follow(FOLLOWED);
    }

    private void decode(String frame) {
        char[] text = ("x" + frame + "x").toCharArray();
        frames.decode(text, 1, text.length - 1);
    }

    private StreamStatus.Frames counts() {
        return frames.counts(0);
    }

    @Test
    void tradesAsTheyWereCapturedAreHandedOver() {
        decode(
                "{\"s\":\"AAPL\",\"p\":330.78,\"c\":[],\"v\":5,\"dp\":false,\"ms\":\"extended-hours\",\"t\":1790899194028}");
        decode("{\"s\":\"AAPL\",\"p\":316.9603,\"c\":[14,37,41],\"v\":48,\"dp\":false,\"ms\":\"extended-hours\","
                + "\"t\":1784115290873}");
        decode("{\"s\":\"TGT\",\"p\":141,\"c\":[14,37,41],\"v\":1,\"dp\":false,\"ms\":\"open\",\"t\":1706109542329}");

        assertThat(heard)
                .containsExactly(
                        new Heard("AAPL", 1_790_899_194_028L, 330.78, 5, TradeEffect.ALL),
                        new Heard("AAPL", 1_784_115_290_873L, 316.9603, 48, TradeEffect.VOLUME),
                        new Heard("TGT", 1_706_109_542_329L, 141, 1, TradeEffect.VOLUME));
        assertThat(counts()).isEqualTo(new StreamStatus.Frames(0, 3, 0, 0, 0, 0, Optional.empty()));
    }

    private static String trade(String price, String codes, String size, String hours, String time) {
        return "{\"s\":\"BRK-B\",\"p\":" + price + codes + ",\"v\":" + size + ",\"dp\":true,\"ms\":" + hours + ",\"t\":"
                + time + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"10.5\" | ,\"c\":[] | 2 | \"open\" | 1790899194028 | 7",
                "10.5 | ,\"c\":37 | 2 | \"open\" | 1790899194028 | 4",
                "10.5 | ,\"c\":\"37\" | 2 | \"open\" | 1790899194028 | 4",
                "10.5 | ,\"c\":null | 2 | \"open\" | 1790899194028 | 7",
                "10.5 | `` | 2 | \"open\" | 1790899194028 | 7",
                "10.5 | ,\"c\":[12] | 2 | \"open\" | 1790899194028 | 4",
                "10.5 | ,\"c\":[12] | 2 | \"extended-hours\" | 1790899194028 | 7",
                "10.5 | ,\"c\":[12] | 2 | \"extended hours\" | 1790899194028 | 7",
                "10.5 | ,\"c\":[ 12 ] | 2 | \"extended hours\" | 1790899194028 | 7",
                "10.5 | ,\"c\":[12] | 2 | \"closed\" | 1790899194028 | 4",
                "10.5 | ,\"c\":[12] | 2 | null | 1790899194028 | 4",
                "10.5 | ,\"c\":[999,-3] | 2 | \"open\" | 1790899194028 | 7",
                "10.5 | ,\"c\":[],\"x\":{\"y\":[1]} | 2 | \"open\" | 1790899194028 | 7",
                "1.05e1 | ,\"c\":[] | \"2\" | \"open\" | \"1790899194028\" | 7",
                "10.50000000000000000 | ,\"c\":[] | 2.0 | \"open\" | 1790899194028.0 | 7"
            })
    void tradesInOtherWritingsAreUnderstood(
            String price, String codes, String size, String hours, String time, int effect) {
        decode(trade(price, codes, size, hours, time));

        assertThat(heard).containsExactly(new Heard("BRK.B", 1_790_899_194_028L, 10.5, 2, effect));
    }

    @Test
    void fractionsOfSharesAndSecondsAreUnderstood() {
        decode(trade("10.5", ",\"c\":[]", "0.25", "\"open\"", "1790899194"));

        assertThat(heard).containsExactly(new Heard("BRK.B", 1_790_899_194_000L, 10.5, 0.25, TradeEffect.ALL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | 2 | 1790899194028",
                "-10.5 | 2 | 1790899194028",
                "null | 2 | 1790899194028",
                "\"NA\" | 2 | 1790899194028",
                "10.5 | null | 1790899194028",
                "10.5 | 0 | 1790899194028",
                "10.5 | -1 | 1790899194028",
                "10.5 | 2 | 0",
                "10.5 | 2 | null",
                "1e999 | 2 | 1790899194028"
            })
    void tradesThatCannotBeAreCounted(String price, String size, String time) {
        decode(trade(price, ",\"c\":[]", size, "\"open\"", time));

        assertThat(heard).isEmpty();
        assertThat(counts().unusable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "t", "p"})
    void aTradeWithoutOneOfItsFieldsIsNone(String field) {
        decode(trade("10.5", ",\"c\":[]", "2", "\"open\"", "1790899194028").replace("\"" + field + "\":", "\"z\":"));

        assertThat(heard).isEmpty();
        assertThat(counts().unusable() + counts().unknown()).isEqualTo(1);
    }

    @Test
    void framesAreToldApartByTheirForm() {
        decode("{\"status_code\":200,\"message\":\"Authorized\"}");
        decode("{\"status\":403,\"message\":\"Server error\"}");
        decode("{\"s\":\"AAPL\",\"ap\":330.8,\"as\":15,\"bp\":330,\"bs\":67,\"t\":1790899198000}");
        decode("{\"s\":\"MSFT\",\"p\":330.78,\"c\":[],\"v\":5,\"dp\":false,\"ms\":\"open\",\"t\":1790899194028}");

        assertThat(notices).containsExactly("200 Authorized", "403 Server error");
        assertThat(heard).isEmpty();
        assertThat(counts()).isEqualTo(new StreamStatus.Frames(0, 0, 1, 0, 1, 0, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}",
                "[]",
                "[{\"s\":\"AAPL\",\"p\":1,\"v\":5,\"t\":1790899194028}]",
                "null",
                "7",
                "\"x\"",
                "<html>",
                "{\"s\":\"AAPL\",\"h\":\"S\",\"r\":\"0\",\"t\":1}",
                "{\"s\":\"AAPL\",\"p\":1,\"v\":5,\"t\":1790899194028",
                "{\"s\":\"AAPL\",\"p\":1,\"v\":5,\"t\":1790899194028}}",
                "{\"s\":\"AAPL,\"p\":1,\"v\":5,\"t\":1790899194028}"
            })
    void whatHasNoKnownFormIsKeptAsSuch(String frame) {
        decode(frame);

        assertThat(heard).isEmpty();
        assertThat(counts().unknown()).isEqualTo(1);
        assertThat(counts().lastUnknown()).isEqualTo(Optional.of(frame));
    }

    /** The quick reader and the reader of JSON are two; a blank before the frame leaves it to the second. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theQuickReadingIsTheSameAsTheOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            String frame = spoilt(randomTrade(random), random);
            heard.clear();
            decode(frame);
            List<Heard> quick = List.copyOf(heard);
            heard.clear();
            decode(" " + frame);

            assertThat(quick).as("seed %d, frame %s", seed, frame).isEqualTo(heard);
        }
    }

    private static String randomTrade(SplittableRandom random) {
        String symbol = FOLLOWED.get(random.nextInt(3)).symbol().replace('.', '-');
        List<String> fields = new ArrayList<>(List.of(
                "\"s\":\"" + symbol + "\"",
                "\"p\":" + decimal(random),
                "\"v\":" + (random.nextInt(4) == 0 ? decimal(random) : Integer.toString(random.nextInt(5000))),
                "\"t\":" + (1_790_000_000_000L + random.nextLong(1_000_000_000L)),
                "\"c\":[" + random.nextInt(60) + "," + random.nextInt(60) + "]",
                "\"dp\":" + random.nextBoolean(),
                "\"ms\":\"" + (random.nextBoolean() ? "open" : "extended-hours") + "\""));
        for (int i = fields.size() - 1; i > 0; i--) {
            fields.set(i, fields.set(random.nextInt(i + 1), fields.get(i)));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String decimal(SplittableRandom random) {
        int decimals = random.nextInt(7);
        String whole = Long.toString(random.nextLong(100_000));
        if (decimals == 0) {
            return whole;
        }
        StringBuilder digits = new StringBuilder(whole).append('.');
        for (int i = 0; i < decimals; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** One frame in five with one character another or away. */
    private static String spoilt(String frame, SplittableRandom random) {
        if (random.nextInt(5) > 0) {
            return frame;
        }
        int at = random.nextInt(1, frame.length());
        String other = random.nextBoolean() ? "" : Character.toString("09.,:\"[]{}e-".charAt(random.nextInt(12)));
        return frame.substring(0, at) + other + frame.substring(at + 1);
    }
}
