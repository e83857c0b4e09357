package io.dgas.adapter.eodhd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.eodhd.Vendor.Answer;
import io.dgas.adapter.eodhd.stream.EodhdTradeStream;
import io.dgas.adapter.eodhd.stream.StreamRules;
import io.dgas.adapter.eodhd.stream.StreamSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan that watches over all other tests sees what it should. */
class SecretScanTest {

    @ParameterizedTest
    @ValueSource(strings = {"out", "err", "log", "fine log"})
    void aTokenThatGetsOutIsCaughtAndNotRepeated(String way) {
        String leak = "GET /x?api_token=" + SecretScan.PLANTED;
        switch (way) {
            case "out" -> System.out.println(leak);
            case "err" -> System.err.print(leak);
            case "log" -> System.getLogger("io.dgas.adapter.eodhd").log(System.Logger.Level.WARNING, leak);
            default -> Logger.getLogger("io.dgas.adapter.eodhd.stream").log(Level.FINEST, "sent", new Leak(leak));
        }

        assertThatThrownBy(SecretScan::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a token was printed or logged")
                .message()
                .doesNotContain(SecretScan.PLANTED);
    }

    private static final class Leak extends Exception {
        private static final long serialVersionUID = 1L;

        Leak(String message) {
            super(message);
        }
    }

    @Test
    void nothingPublicShowsTheToken() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"));
                HttpClient http = HttpClient.newHttpClient()) {
            ApiToken token = ApiToken.parse(Vendor.TOKEN);
            StreamSettings settings = StreamSettings.of(URI.create("ws://127.0.0.1:9/ws"), token, StreamRules.of(50));
            EodhdTradeStream stream = new EodhdTradeStream(
                    http, settings, new SplittableRandom(1), (instrument, time, price, size, effect) -> {});
            List<Object> all =
                    List.of(token, settings, stream, stream.status(), vendor.client(), vendor.history(), vendor.budget);

            assertThat(all).map(Objects::toString).noneMatch(text -> text.contains(Vendor.TOKEN));
        }
    }
}
