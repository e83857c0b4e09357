package io.dgas.adapter.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import io.dgas.application.port.in.DataAge;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.Timeframes;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as it comes over HTTP. */
class OverviewPageTest {

    private static final Instant NOW = Instant.parse("2026-10-30T14:01:05Z");

    private final Live live = new Live();
    private final OverviewPage page = new OverviewPage(live);
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.start(
                new WebAddress("127.0.0.1", 0),
                List.of(new Site(new Appearance(Optional.empty(), Theme.SYSTEM), live, List.of(page))));
    }

    @AfterEach
    void stop() {
        server.close();
        http.shutdownNow();
    }

    private static SystemStatus status(String reason) {
        return new SystemStatus(
                NOW, List.of(ComponentStatus.ok("disk", "84 GB free"), ComponentStatus.warning("bars", reason)));
    }

    private static RecordedRun cycle() {
        return new RecordedRun(
                1,
                NOW,
                NOW,
                Optional.of(Instant.parse("2026-10-30T14:00:00Z")),
                new Timeframes(Timeframe.M30, List.of(Timeframe.D1)),
                RunStatus.PARTIAL,
                false,
                453,
                7,
                64,
                Duration.ofMillis(812),
                Map.of(),
                Optional.empty());
    }

    private static StoredSignal signal() {
        return new StoredSignal(
                new Instrument("QAEB"),
                SignalType.EXIT_LONG,
                SetUp.TREND_CONTINUATION,
                Timeframe.M30,
                Instant.parse("2026-10-30T14:00:00Z"),
                new BigDecimal("142.16"),
                Optional.empty(),
                Optional.of(new BigDecimal("141.10")),
                Optional.of(0.714),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Document opened() throws IOException, InterruptedException {
        return Jsoup.parse(get("/").body());
    }

    @Test
    void showsVerdictsSignalsAndCyclesInTheTimeOfTheExchange() throws IOException, InterruptedException {
        page.show(status("8 of 9 symbols fresh"));
        page.show(new DataAge(NOW, Timeframe.M30, Optional.of(Instant.parse("2026-10-30T14:00:00Z")), 8, 9));
        page.showSignals(List.of(signal()));
        page.showCycles(List.of(cycle()));
        Document opened = opened();

        assertThat(opened.select(".bar .moment").text()).isEqualTo("warning 10:01:05");
        assertThat(opened.select(".bar .moment time").attr("title")).isEqualTo("2026-10-30 14:01:05 UTC");
        assertThat(opened.select("#part-system > p").text()).isEqualTo("warning 1 of 2 components needs a look");
        assertThat(opened.select("#part-system > ul li").eachText())
                .containsExactly("warning bars 8 of 9 symbols fresh");
        assertThat(opened.select("#part-system details li").eachText()).containsExactly("ok disk 84 GB free");
        assertThat(opened.select("#part-data").text())
                .isEqualTo("Fri 30 Oct 10:00 closed the newest bar of 30m, 65 s ago 8 of 9 symbols fresh");
        assertThat(opened.select("#part-signals tbody tr").text())
                .isEqualTo("Fri 30 Oct 10:00 QAEB exit long 142.16 – 141.10 0.71 – trend continuation –");
        assertThat(opened.select("#part-signals a").attr("href")).isEqualTo("/symbols/QAEB");
        assertThat(opened.select("#part-cycles tbody tr").text()).isEqualTo("Fri 30 Oct 10:00 partial 453 64 7 812 ms");
    }

    @Test
    void whatIsWrittenByOthersIsText() throws IOException, InterruptedException {
        page.show(status("<script>alert(1)</script>"));
        page.showTrouble("<script>alert(2)</script>");
        Document opened = opened();

        assertThat(opened.select("main script")).isEmpty();
        assertThat(opened.select("main").text()).contains("<script>alert(1)</script>", "<script>alert(2)</script>");
    }

    @Test
    void whatIsNotReadYetAndWhatIsEmptySaySo() throws IOException, InterruptedException {
        assertThat(opened().select(".loading")).hasSize(4);

        page.showSignals(List.of());
        page.showCycles(List.of());
        page.show(new DataAge(NOW, Timeframe.M30, Optional.empty(), 0, 0));
        assertThat(opened().select(".empty:not(.loading)").eachText())
                .hasSize(3)
                .anyMatch(text -> text.startsWith("None has been issued yet."))
                .anyMatch(text -> text.startsWith("None has run yet."))
                .anyMatch(text -> text.startsWith("There are no bars of 30m yet."));
    }

    @Test
    void whatWasReadStaysWhileNothingNewerCanBe() throws IOException, InterruptedException {
        page.showSignals(List.of(signal()));
        page.showTrouble("the database is away");
        assertThat(opened().select(".problem").text()).contains("the database is away", "dgas status");
        assertThat(opened().select("#part-signals tbody tr")).hasSize(1);

        page.endTrouble();
        assertThat(opened().select(".problem")).isEmpty();
    }
}
