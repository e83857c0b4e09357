package io.dgas.adapter.eodhd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token is in the request and nowhere else. */
class ApiTokenTest {

    private static final RetryRules RULES = new RetryRules(1, Duration.ZERO, Duration.ZERO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                Vendor.TOKEN,
                "65a1b2c3%2Ed4e5f6a7b8",
                "65a1b2c3&#46;d4e5f6a7b8",
                "65a1b2c3\\u002ed4e5f6a7b8",
                "65A1B2C3.D4E5F6A7B8"
            })
    void anyWritingIsHidden(String written) {
        ApiToken token = ApiToken.parse(Vendor.TOKEN);

        assertThat(token.redact("<b>" + written + "</b>")).isEqualTo("<b>***</b>");
        assertThat(token).hasToString("***");
    }

    @Test
    void anybodysTokenInAQueryIsHidden() {
        assertThat(ApiToken.parse("demo").redact("demo /x?API_TOKEN=abc&fmt=json \"api_token%3Dabc\""))
                .isEqualTo("demo /x?API_TOKEN=***&fmt=json \"api_token%3D***\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "65a1b2c3-d4e5f6a7b8", "65a1b2c3.d4e5f6a7b865a1b2c3.d4e5f6a7b8"})
    void whatIsNoTokenIsRefusedUnseen(String text) {
        assertThatThrownBy(() -> ApiToken.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 16 to 32 letters, digits or dots, or demo")
                .message()
                .doesNotContain(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eodhd.com", "ftp://x/api", "http://h/api?api_token=" + Vendor.TOKEN, "http://me:pw@h/api"})
    void anAddressThatIsNoneIsRefusedUnseen(String address) {
        assertThatThrownBy(() -> new EodhdSettings(
                        URI.create(address), ApiToken.parse(Vendor.TOKEN), Duration.ofSeconds(1), 1 << 20, RULES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://eodhd.com/api")
                .message()
                .doesNotContain(Vendor.TOKEN, "pw@");
    }

    @Test
    void settingsDoNotShowIt() {
        EodhdSettings settings = new EodhdSettings(
                URI.create("https://eodhd.com/api"),
                ApiToken.parse(Vendor.TOKEN),
                Duration.ofSeconds(1),
                1 << 20,
                RULES);

        assertThat(settings.toString()).doesNotContain(Vendor.TOKEN);
    }

    @Test
    void aClientThatWouldTakeItElsewhereIsRefused() {
        EodhdSettings settings = new EodhdSettings(
                URI.create("https://eodhd.com/api"),
                ApiToken.parse(Vendor.TOKEN),
                Duration.ofSeconds(1),
                1 << 20,
                RULES);
        InstantSource clock = InstantSource.fixed(Vendor.NOW);
        Pacing pacing = new Pacing(clock, wait -> {}, new SplittableRandom(1), new NotedBudget(new ArrayList<>()));
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            assertThatThrownBy(() -> new EodhdClient(http, settings, pacing))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Redirect.NEVER");
        }
    }
}
