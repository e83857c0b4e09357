package io.dgas.adapter.web.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import io.dgas.adapter.web.system.Installed.Fact;
import io.dgas.adapter.web.system.Installed.Setting;
import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.in.cycle.Promise;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.AlertBook.Finding;
import io.dgas.application.port.out.AlertBook.Severity;
import io.dgas.application.port.out.AlertBook.StoredAlert;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.timeframe.Timeframes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as it comes over HTTP. */
class SystemPageTest {

    private static final Instant NOW = Instant.parse("2026-10-30T14:01:05Z");
    private static final String NASTY = "<script>alert('x')</script>";

    private final Live live = new Live();
    private final Desk desk = new Desk();
    private final SystemPage page = new SystemPage(
            live,
            new SystemPage.Asked(
                    () -> new Installed(
                            List.of(new Fact("DGAS", "0.1.0")),
                            List.of(new Setting("eodhd.api_token", "***", "EODHD_API_TOKEN"))),
                    () -> List.of("== dgas.log", "WARN " + NASTY),
                    desk));
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer server;

    /** One alert, which somebody may see. */
    private static final class Desk implements AlertDesk {

        private Optional<Instant> seen = Optional.empty();

        @Override
        public Alerts alerts() {
            Finding finding = new Finding("disk", Severity.FAILING, "full " + NASTY);
            return new Alerts(List.of(new StoredAlert(7, finding, NOW, Optional.empty(), seen)), List.of());
        }

        @Override
        public boolean acknowledge(long alert) {
            seen = alert == 7 ? Optional.of(NOW) : seen;
            return alert == 7;
        }
    }

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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> acknowledge(String alert) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/system/alerts"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("alert=" + alert))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Document opened() throws IOException, InterruptedException {
        return Jsoup.parse(get("/system").body());
    }

    private static RecordedRun cycle(int minute, long millis) {
        return new RecordedRun(
                minute,
                NOW,
                NOW,
                Optional.of(NOW.plusSeconds(minute * 60L)),
                new Timeframes(Timeframe.M30, List.of(Timeframe.D1)),
                RunStatus.SUCCESS,
                false,
                517,
                0,
                0,
                Duration.ofMillis(4 * millis),
                Map.of("gather", Duration.ofMillis(millis), "decide", Duration.ofMillis(3 * millis)),
                Optional.empty());
    }

    @Test
    void beforeAnythingIsReadItSaysSo() throws IOException, InterruptedException {
        Document opened = opened();

        assertThat(opened.select("main .loading")).hasSize(4);
        assertThat(opened.select("nav a[aria-current=page]").text()).isEqualTo("System");
    }

    @Test
    void everyComponentStandsThereWithItsReason() throws IOException, InterruptedException {
        page.show(new SystemStatus(
                NOW, List.of(ComponentStatus.ok("disk", "84 GB free"), ComponentStatus.failing("bars", NASTY))));

        Document opened = opened();
        assertThat(opened.select("#part-components tbody tr").eachText())
                .containsExactly("disk ok 84 GB free", "bars failing " + NASTY);
        assertThat(opened.select("main script")).isEmpty();
    }

    @Test
    void anAlertIsMarkedAsSeen() throws IOException, InterruptedException {
        page.show(desk.alerts());
        assertThat(opened().select("#part-alerts button[form=acknowledge]").attr("value"))
                .isEqualTo("7");

        HttpResponse<String> answer = acknowledge("7");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/system#alerts");
        assertThat(opened().select("#part-alerts button")).isEmpty();
        assertThat(opened().select("#part-alerts tbody tr").text())
                .isEqualTo("Fri 30 Oct 10:01 disk failing full " + NASTY + " Fri 30 Oct 10:01");
    }

    @Test
    void anAlertThatIsNotThereIsNotMarked() throws IOException, InterruptedException {
        assertThat(acknowledge("8").statusCode()).isEqualTo(404);
        assertThat(acknowledge("8").body()).contains("No alert 8 is in force");
        assertThat(acknowledge("%3Cb%3E").statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(acknowledge("%3Cb%3E").body()).select("main").text())
                .contains("An alert is named by its number, not by '<b>'.");
        assertThat(desk.seen).isEmpty();
    }

    @Test
    void cyclesAreDrawnToScaleBesideWhatWasPromised() throws IOException, InterruptedException {
        CycleFigures figures = CycleFigures.of(List.of(cycle(15, 100), cycle(0, 50)), List.of());
        Promise promise = new Promise(
                "monitoring.sla_p95_latency_ms", OptionalDouble.of(400), 60_000, Promise.Bound.AT_MOST, "ms");
        page.show(new Cycles(figures, List.of(promise), Duration.ofMillis(250)));

        Document opened = opened();
        assertThat(opened.select("#part-phases tr").eachText())
                .contains("monitoring.sla_p95_latency_ms at most 60,000 ms 400 ms kept", "gather 50 100 100");
        // 400 of 500 ms are 128 of 160 units, a quarter of it gathering, from the bottom up
        assertThat(opened.select("#part-phases g:eq(1) rect").eachAttr("height"))
                .containsExactly("32.0", "96.0");
        assertThat(opened.select("#part-phases g:eq(1) rect").eachAttr("y")).containsExactly("128.0", "32.0");
        assertThat(opened.select("#part-phases line").attr("y1")).isEqualTo("80.0");
        assertThat(opened.select("#part-phases figcaption").text())
                .contains("500 ms high, the line is the promise, which leaves");
    }

    @Test
    void aPromiseFarAboveIsSaidToBe() throws IOException, InterruptedException {
        page.show(new Cycles(CycleFigures.of(List.of(cycle(0, 50)), List.of()), List.of(), Duration.ofMinutes(1)));

        assertThat(opened().select("#part-phases line")).isEmpty();
        assertThat(opened().select("#part-phases figcaption").text())
                .contains("200 ms high; the promise lies above it");
    }

    @Test
    void withoutCyclesNoticesAndFilesItSaysWhatHelps() throws IOException, InterruptedException {
        page.show(new Cycles(CycleFigures.of(List.of(), List.of()), List.of(), Duration.ofMinutes(1)));
        page.show(Map.of(State.DELIVERED, 3), List.of());
        page.show(new Alerts(List.of(), List.of()));

        Document opened = opened();
        assertThat(opened.select("#part-phases .empty").text()).contains("dgas scheduler start");
        assertThat(opened.select("#part-delivery dd").eachText()).containsExactly("0", "0", "3", "0", "0", "0");
        assertThat(opened.select("#part-alerts").text()).isEqualTo("Nothing is amiss.");
    }

    @Test
    void theLogIsReadWhenSomebodyLooks() throws IOException, InterruptedException {
        assertThat(opened().select("pre.log").text()).contains("== dgas.log", "WARN " + NASTY);
        HttpResponse<String> lines = get("/system/log");

        assertThat(lines.body().strip()).startsWith("<pre class=\"log\"").doesNotContain("<html", "<script");
        assertThat(opened().select("section:has(#settings) tbody tr").text())
                .isEqualTo("eodhd.api_token *** EODHD_API_TOKEN");
    }
}
