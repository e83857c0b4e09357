package io.dgas.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page as of a time shows what it would on a database that was left alone since that time. */
class SymbolAsOfTest {

    private static final long SEED = 20261016;
    private static final int TIMES = 14;

    @TempDir
    Path folder;

    @Test
    void asOfATimeEqualsADatabaseThatWasLeftAloneSince() throws IOException, InterruptedException {
        try (LivedMarket whole = new LivedMarket(folder).until(LivedMarket.END);
                LivedMarket cut = new LivedMarket(folder);
                SymbolSite knowing = new SymbolSite(whole.installation(), () -> LivedMarket.END);
                SymbolSite past = new SymbolSite(cut.installation(), () -> LivedMarket.END)) {
            for (Instant time : times()) {
                cut.until(time);
                for (String asked : asked(time)) {
                    assertThat(shown(knowing, asked))
                            .as("seed %d, %s", SEED, asked)
                            .isEqualTo(shown(past, asked));
                }
            }
        }
    }

    /** What is shown must depend on the time, else the law would hold for a page that shows nothing. */
    @Test
    void otherTimesShowOtherThings() throws IOException, InterruptedException {
        try (LivedMarket whole = new LivedMarket(folder).until(LivedMarket.END);
                SymbolSite site = new SymbolSite(whole.installation(), () -> LivedMarket.END)) {
            List<String> pages = times().stream()
                    .map(time -> asked(time).getFirst())
                    .map(asked -> told(site, asked))
                    .distinct()
                    .toList();
            assertThat(pages).hasSizeGreaterThan(TIMES / 2);
            assertThat(pages)
                    .anyMatch(page -> page.contains("In force, so not tried again") || page.contains("in force"));
        }
    }

    private static String told(SymbolSite site, String asked) {
        try {
            return shown(site, asked);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> asked(Instant time) {
        String page = "/symbols/" + LivedMarket.SYMBOL;
        return List.of(
                page + "?asOf=" + time,
                page + "/chart.json?bars=60&asOf=" + time,
                page + "?trading=1d&higher=1w&asOf=" + time);
    }

    private static String shown(SymbolSite site, String asked) throws IOException, InterruptedException {
        return asked.contains(".json")
                ? site.get(asked).body()
                : site.page(asked).select("main").html();
    }

    /** When something was recorded, just before that, and in between; ascending. */
    private static List<Instant> times() {
        List<Instant> all = LivedMarket.times();
        SplittableRandom random = new SplittableRandom(SEED);
        Stream<Instant> chosen = random.ints(TIMES, 1, all.size())
                .mapToObj(
                        place -> all.get(place).minusSeconds(random.nextInt(2)).plusSeconds(random.nextInt(2) * 7L));
        return Stream.concat(chosen, Stream.of(LivedMarket.SPLIT_KNOWN, LivedMarket.DAILY_IMPORTED.minusSeconds(1)))
                .sorted()
                .toList();
    }
}
