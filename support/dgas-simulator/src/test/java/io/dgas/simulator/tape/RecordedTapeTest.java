package io.dgas.simulator.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.RecordedMarket;
import io.dgas.simulator.market.TradingDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trades made of real minutes; skipped where there are no recorded bars. */
class RecordedTapeTest {

    private static final int SESSIONS = 3;

    private static Optional<Path> recorded() {
        String named = System.getenv("DGAS_RECORDED_BARS");
        List<Path> places = new ArrayList<>();
        if (named != null && !named.isBlank()) {
            places.add(Path.of(named));
        }
        places.add(Path.of("../../../shared/data"));
        return places.stream()
                .map(place -> place.resolve("1m/GOOG.csv"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Test
    void tradesOfRecordedMinutesAddUpToThem(@TempDir Path folder) throws Exception {
        Optional<Path> file = recorded();
        assumeTrue(file.isPresent(), "no recorded bars; set DGAS_RECORDED_BARS to their folder");
        Files.copy(file.get(), folder.resolve("GOOG.csv"), StandardCopyOption.REPLACE_EXISTING);
        RecordedMarket market = RecordedMarket.read(folder);
        Listing listing = market.find("GOOG.US").orElseThrow();
        List<LocalDate> dates = listing.dates().stream().limit(SESSIONS).toList();
        for (LocalDate date : dates) {
            TradingDay day = listing.day(date).orElseThrow();
            List<MinuteBar> traded =
                    day.minutes().stream().filter(bar -> bar.volume() > 0).toList();
            List<TimedTrade> trades = new Tape(market, 5)
                    .trades(
                            "GOOG.US",
                            Instant.ofEpochSecond(day.session().firstSecond()),
                            Instant.ofEpochSecond(day.session().lastSecond()));
            assertThat(MinuteSums.of(trades).stream().map(RecordedTapeTest::prices))
                    .containsExactlyElementsOf(
                            traded.stream().map(RecordedTapeTest::prices).toList());
        }
        assertThat(dates).isNotEmpty();
    }

    private static List<Double> prices(MinuteBar bar) {
        return List.of((double) bar.openSecond(), bar.open(), bar.high(), bar.low(), bar.close());
    }
}
