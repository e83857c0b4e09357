package io.dgas.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page about a symbol as it comes over HTTP, on a database that lived through a week. */
class SymbolPageTest {

    private static final int HEAVIEST = 500_000;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all
    private static LivedMarket market;

    @SuppressWarnings("NullAway.Init") // set before all
    private static SymbolSite site;

    @BeforeAll
    static void live() {
        market = new LivedMarket(folder).until(LivedMarket.END);
        site = new SymbolSite(market.installation(), () -> LivedMarket.END);
    }

    @AfterAll
    static void stop() {
        site.close();
        market.close();
    }

    private static JsonNode columns(String asked) throws IOException, InterruptedException {
        HttpResponse<String> answer = site.get("/symbols/GEN/chart.json" + asked);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void theHeadTellsPriceAgeAndStates() throws IOException, InterruptedException {
        Document page = site.page("/symbols/gen");
        assertThat(page.select("h1").text()).isEqualTo("GEN");
        assertThat(page.select(".head .figure").text()).matches("\\d+\\.\\d\\d [+-]\\d+\\.\\d\\d %");
        assertThat(page.select(".facts time").text()).isEqualTo("Fri 16 Oct 16:00");
        assertThat(page.select(".facts time").attr("title")).isEqualTo("2026-10-16 20:00:00 UTC");
        assertThat(page.select(".facts .badge").text()).isEqualTo("up to date");
        assertThat(page.select(".facts").text()).contains("State 30m", "State 1d");
    }

    @Test
    void theSheetHasTheLastCloseAmongTheLevels() throws IOException, InterruptedException {
        Document page = site.page("/symbols/GEN");
        List<String> prices = page.select(".ladder tbody td:nth-child(2)").eachText();
        assertThat(prices)
                .hasSizeGreaterThan(15)
                .isSortedAccordingTo(
                        (one, other) -> Double.compare(Double.parseDouble(other), Double.parseDouble(one)));
        assertThat(page.select(".ladder tr[data-kind=close]").text()).startsWith("Last close ");
        assertThat(page.select(".ladder").text()).contains("PLdot", "Envelope top", "5/9 Up", "Area 6 top");
        assertThat(page.select(".zones").text()).contains("Near support", "Near resistance");
    }

    @Test
    void aDecisionToStandAsideNamesTheFirstGateThatFailedAndHowFarItWas() throws IOException, InterruptedException {
        Elements decision = site.page("/symbols/GEN").select("#decision");
        assertThat(decision.select(".badge").text())
                .isIn("stand aside", "issued long", "issued short", "every set-up is in force");
        assertThat(decision.text()).contains("identical to the bit");
        assertThat(decision.select("table.gates")).isNotEmpty();
    }

    @Test
    void entriesAreShownWithWhatBecameOfThem() throws IOException, InterruptedException {
        JsonNode signals = columns("?bars=120").get("signals");
        assertThat(signals.size()).as("signals of the week").isPositive();
        Document page = site.page("/symbols/GEN?bars=120");
        assertThat(page.select("#signals tbody tr")).hasSize(signals.size());
        assertThat(page.select("#signals tbody tr").eachText())
                .allMatch(row -> row.contains("in force") || row.matches(".*[+-]\\d+\\.\\d\\d R$"));
    }

    @Test
    void coverageTellsWhatIsFinalProvisionalAndMissingAndWhy() throws IOException, InterruptedException {
        Elements coverage = site.page("/symbols/GEN?bars=60").select("#coverage");
        assertThat(coverage.select(".strip rect title").eachText())
                .anyMatch(run -> run.contains("final, the vendor's intraday history"))
                .anyMatch(run -> run.startsWith("13 × provisional, live trades"))
                .anyMatch(run -> run.startsWith("1 × missing, nobody traded: Wed 14 Oct 12:00"));
        assertThat(coverage.select("tbody").text()).contains("missing, nobody traded");
        String before = "/symbols/GEN?bars=60&asOf=2026-10-14T16:30";
        assertThat(site.page(before).select("#coverage").text()).contains("missing, nobody knows why yet");
    }

    @Test
    void columnsHaveAnEntryForEachBarAndLevelsOneMore() throws IOException, InterruptedException {
        JsonNode columns = columns("?bars=50");
        assertThat(columns.get("opens").size()).isEqualTo(50);
        assertThat(columns.get("close").size()).isEqualTo(50);
        assertThat(columns.get("states").get("bars").size()).isEqualTo(50);
        columns.get("levels").forEach(level -> assertThat(level.size()).isEqualTo(51));
        columns.get("lines").forEach(line -> assertThat(line.size()).isEqualTo(51));
        assertThat(columns.get("levels").get("pldot").get(50).isNumber()).isTrue();
    }

    @Test
    void theHigherTimeframeIsLevelForTheLifeOfItsBar() throws IOException, InterruptedException {
        JsonNode overlay = columns("?bars=120").get("overlay");
        Set<String> steps = new HashSet<>();
        Set<Integer> bars = new HashSet<>();
        IntStream.range(0, 121).forEach(t -> {
            bars.add(overlay.get("bar").get(t).asInt());
            steps.add(overlay.get("bar").get(t).asInt() + " "
                    + overlay.get("pldot").get(t));
        });
        assertThat(bars).hasSizeGreaterThan(8);
        assertThat(steps).as("one dot for each higher bar").hasSameSizeAs(bars);
    }

    @Test
    void allOfItsStateIsInTheAddress() throws IOException, InterruptedException {
        Document page = site.page("/symbols/GEN?trading=1h&higher=1w&bars=100&asOf=2026-10-14T15:45");
        assertThat(page.select(".switch a[aria-current]").text()).isEqualTo("1h");
        assertThat(page.select("select[name=higher] [selected]").text()).isEqualTo("1w");
        assertThat(page.select("select[name=bars] [selected]").text()).isEqualTo("100");
        assertThat(page.select("input[name=asOf]").attr("value")).isEqualTo("2026-10-14T15:45");
        assertThat(page.select("#chart").attr("data-source"))
                .isEqualTo("/symbols/GEN/chart.json?trading=1h&higher=1w&bars=100&asOf=2026-10-14T15:45");
        assertThat(page.select(".then").text()).contains("As of Wed 14 Oct 15:45:00 New York", "recorded by then");
        assertThat(page.select(".then a.button").attr("href")).isEqualTo("/symbols/GEN?trading=1h&higher=1w&bars=100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/symbols/%3Cscript%3Ealert(1)%3C%2Fscript%3E | 400 | is not a ticker",
                "/symbols/GENN | 404 | GENN is not known",
                "/symbols/GEN?trading=7m | 400 | interval '7m' does not exist",
                "/symbols/GEN?higher=5m | 400 | a bar of 5m does not consist of whole bars of 30m",
                "/symbols/GEN?trading=5m | 404 | None of 5m are stored",
                "/symbols/GEN?asOf=yesterday | 400 | 'yesterday' is not a time",
                "/symbols/GEN?asOf=2030-01-01T00:00 | 400 | is still to come",
                "/symbols/GEN?asOf=2026-09-15T12:00 | 404 | Nothing of it had been recorded by Tue 15 Sep 12:00:00",
                "/symbols/GEN?known=now&asOf=2020-09-15T12:00 | 404 | had closed by then",
                "/symbols/GEN?bars=9999999999 | 400 | is not a number of bars from 20 to 2000",
                "/symbols/GEN?known=maybe | 400 | 'maybe' says not what is to be known"
            })
    void whatMakesNoSenseIsNamedWithTheWayOn(String path, int status, String told)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = site.get(path);
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(page.select(".problem").text()).contains(told);
        assertThat(page.select(".problem .onwards a")).isNotEmpty();
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
    }

    @Test
    void anUnknownSymbolLeadsToTheNearestAndATimeWithoutDataToWhatIsKnownOfItNow()
            throws IOException, InterruptedException {
        assertThat(site.page("/symbols/GENN").select(".onwards a").eachText())
                .first()
                .isEqualTo("Did you mean GEN?");
        Document before = site.page("/symbols/GEN?asOf=2026-09-25T12:00");
        String now = before.select(".onwards a[href*=known=now]").attr("href");
        Document then = site.page(now);
        assertThat(then.select(".then").text()).contains("what is known now of that time");
        assertThat(then.select(".facts time").text()).isEqualTo("Fri 25 Sep 12:00");
    }

    @Test
    void aDatabaseThatIsAwayIsSaidSo(@TempDir Path other) throws IOException, InterruptedException {
        var away = new StoredDgas(other).installation();
        try (SymbolSite asked = new SymbolSite(away, () -> LivedMarket.END)) {
            away.close();
            HttpResponse<String> answer = asked.get("/symbols/GEN");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("The database is away");
        }
    }

    @Test
    void theFieldOfTheSymbolLeadsToItsPage() throws IOException, InterruptedException {
        assertThat(site.get("/symbols?symbol=gen")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/symbols/gen");
    }

    @Test
    void nothingOfItIsHeavyOrNeedsALooserPolicy() throws IOException, InterruptedException {
        String asked = "/symbols/GEN?bars=500";
        Document page = site.page(asked);
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
        int weight = site.get(asked).body().length()
                + site.get("/symbols/GEN/chart.json?bars=500").body().length();
        for (String asset : assets(page)) {
            HttpResponse<String> answer = site.get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            weight += answer.body().length();
        }
        assertThat(weight).isLessThan(HEAVIEST);
    }

    private static List<String> assets(Document page) {
        List<String> assets = new ArrayList<>(page.select("script[src]").eachAttr("src"));
        assets.addAll(page.select("link[rel=stylesheet]").eachAttr("href"));
        return assets;
    }
}
