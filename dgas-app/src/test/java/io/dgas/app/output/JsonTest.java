package io.dgas.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    private record Sample(Instrument symbol, Timeframe interval, double price, Instant asOf, Optional<String> note) {}

    @Test
    void recordsKeepTheOrderOfTheirComponents() {
        Sample sample = new Sample(
                Instrument.parse("brk.b"),
                Timeframe.M30,
                0.1 + 0.2,
                Instant.parse("2024-03-10T14:30:00Z"),
                Optional.empty());

        assertThat(Json.render(sample)).isEqualTo("""
                        {
                          "symbol" : "BRK.B",
                          "interval" : "30m",
                          "price" : 0.30000000000000004,
                          "asOf" : "2024-03-10T14:30:00Z",
                          "note" : null
                        }
                        """);
    }

    @Test
    void mapsKeepTheirOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", List.of(LocalDate.of(2024, 1, 2), true));

        assertThat(Json.render(map)).isEqualTo("""
                        {
                          "z" : 1,
                          "a" : [
                            "2024-01-02",
                            true
                          ]
                        }
                        """);
    }

    @Test
    void doublesAreTheShortestTextThatReadsBack() {
        for (double value : new double[] {1.0, 0.1, 2e-3, 123456789.125, 1e21, Double.MIN_VALUE, -0.0}) {
            String text = Json.render(List.of(value)).replaceAll("[\\[\\]\\s]", "");
            assertThat(text).isEqualTo(Double.toString(value));
            assertThat(Double.parseDouble(text)).isEqualTo(value);
        }
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(Json.render(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1})
                        .replaceAll("\\s", ""))
                .isEqualTo("[null,null,1.0]");
        assertThat(Json.render(Map.of("x", Double.NaN)).replaceAll("\\s", "")).isEqualTo("{\"x\":null}");
    }

    @Test
    void textIsEscapedAndKeptAsItIs() {
        assertThat(Json.render("İı \"q\" \u0001")).isEqualTo("\"İı \\\"q\\\" \\u0001\"\n");
    }
}
