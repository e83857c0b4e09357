package io.dgas.adapter.eodhd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.eodhd.Vendor.Answer;
import io.dgas.adapter.eodhd.stream.EodhdTradeStream;
import io.dgas.adapter.eodhd.stream.StreamRules;
import io.dgas.adapter.eodhd.stream.StreamSettings;
import io.dgas.simulator.EodhdSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The scan that watches over all other tests looks for the tokens of this module, and nothing shows them. */
class SecretScanTest {

    /** Each is printed and caught, which also shows that JUnit has found the scan. */
    @Test
    void everyTokenThatATestUsesIsLookedFor() {
        EodhdSecretScan scan = new EodhdSecretScan();
        for (String token : List.of(Vendor.TOKEN, "7f6e5d4c.3b2a1908", EodhdSimulator.TOKEN)) {
            System.out.println("GET /x?api_token=" + token);
            assertThatThrownBy(scan::check)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("GET /x?api_token=")
                    .message()
                    .doesNotContain(token);
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
