package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.Publication;
import io.dgas.simulator.market.RecordedMarket;
import io.dgas.simulator.market.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MarketTest {

    private static final String HEADER = "symbol,timestamp,open,high,low,close,volume\n";

    @Test
    void recordedMinutesAreServedAsTheyStandAndGapsAsFlatBarsWithoutVolume(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("one.csv"),
                HEADER + "XYZ,2026-06-01T13:31:00Z,10.01,10.05,9.99,10.02,300\n"
                        + "XYZ,2026-06-01T13:41:00Z,10.1,10.2,10,10.15,200\n"
                        + "XYZ,2026-06-01T20:00:00Z,10.3,10.3,10.3,10.3,900\n");
        EodhdSimulator.Settings settings =
                EodhdSimulator.Settings.of(RecordedMarket.read(folder), Instant.parse("2026-06-03T00:00:00Z"));
        try (EodhdSimulator simulator = EodhdSimulator.start(settings);
                Client client = new Client(simulator)) {
            JsonNode rows = client.json("/intraday/XYZ.US?fmt=json");
            assertThat(rows.size()).isEqualTo(79);
            assertThat(rows.get(0).toString())
                    .isEqualTo("{\"timestamp\":1780320600,\"gmtoffset\":0,\"datetime\":\"2026-06-01 13:30:00\","
                            + "\"open\":10.01,\"high\":10.05,\"low\":9.99,\"close\":10.02,\"volume\":300}");
            assertThat(rows.get(1).path("close").asDouble()).isEqualTo(10.02);
            assertThat(rows.get(1).path("volume").isNull()).isTrue();
            assertThat(rows.get(2).path("high").asDouble()).isEqualTo(10.2);
            assertThat(rows.get(78).path("close").asDouble()).isEqualTo(10.3);
            assertThat(client.json("/intraday/XYZ.US?fmt=json&interval=1m").size())
                    .isEqualTo(3);
        }
    }

    @Test
    void aFileOfAnotherFormIsNamedWithItsLine(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> RecordedMarket.read(folder)).hasMessageContaining("has no bars");
        Files.writeString(folder.resolve("one.csv"), HEADER + "XYZ,yesterday,1,1,1,1,1\n");
        assertThatThrownBy(() -> RecordedMarket.read(folder)).hasMessageContaining("one.csv:2 is not a bar");
    }

    @Test
    void generatedBarsAreBarsAndTheSameForTheSameSeed() {
        List<MinuteBar> bars = minutes(7);
        assertThat(bars).hasSize(10 * (1 + 6 + 390 + 1 + 6));
        assertThat(bars).allSatisfy(bar -> {
            assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
            assertThat(bar.low()).isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
            assertThat(Session.containing(bar.openSecond()).isTradingDay()).isTrue();
        });
        assertThat(minutes(7)).isEqualTo(bars);
        assertThat(minutes(8)).isNotEqualTo(bars);
    }

    private static List<MinuteBar> minutes(long seed) {
        GeneratedMarket.Dates dates =
                new GeneratedMarket.Dates(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-14"));
        List<MinuteBar> bars = new ArrayList<>();
        Listing listing = new GeneratedMarket(seed, Set.of("AAPL.US"), dates)
                .find("AAPL.US")
                .orElseThrow();
        listing.dates()
                .forEach(date -> bars.addAll(listing.day(date).orElseThrow().minutes()));
        return bars;
    }

    @Test
    void publicationDiffersBySymbolAndDayWithinItsSpread() {
        Publication publication = Publication.nextDay();
        Session session = Session.on(LocalDate.parse("2026-06-01"));
        Instant middle = Instant.ofEpochSecond(session.close()).plus(Duration.ofHours(10));
        List<Boolean> shown = new ArrayList<>();
        for (int symbol = 0; symbol < 50; symbol++) {
            shown.add(publication.showsIntraday("S" + symbol, session, middle));
            assertThat(publication.showsIntraday("S" + symbol, session, middle.plus(Duration.ofHours(1))))
                    .isTrue();
            assertThat(publication.showsIntraday("S" + symbol, session, middle.minusSeconds(3_601)))
                    .isFalse();
        }
        assertThat(shown).contains(true, false);
    }

    @Test
    void oneSymbolDayCanBePublishedAtATimeOfItsOwn() {
        LocalDate date = LocalDate.parse("2026-06-01");
        Session session = Session.on(date);
        Publication publication = new Publication(Duration.ofHours(3), Duration.ZERO)
                .with(new Publication.SymbolDay("AAPL.US", date), Duration.ofDays(3));
        Instant close = Instant.ofEpochSecond(session.close());
        assertThat(publication.intradayFrom("AAPL.US", session)).isEqualTo(close.plus(Duration.ofDays(3)));
        assertThat(publication.intradayFrom("SPY.US", session)).isEqualTo(close.plus(Duration.ofHours(3)));
        assertThat(publication.intradayFrom("AAPL.US", session.next()))
                .isEqualTo(Instant.ofEpochSecond(session.next().close()).plus(Duration.ofHours(3)));
    }
}
