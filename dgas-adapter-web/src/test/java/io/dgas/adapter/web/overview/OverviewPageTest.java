package io.dgas.adapter.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import io.dgas.application.port.in.Overview;
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
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as it comes over HTTP, and what is pushed to it. */
class OverviewPageTest {

    private static final Instant NOW = Instant.parse("2026-10-30T14:01:05Z");
    private static final int SECONDS = 20;

    private final OverviewPage page = new OverviewPage();
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.start(
                new WebAddress("127.0.0.1", 0),
                List.of(new Site(new Appearance(Optional.empty(), Theme.SYSTEM), List.of(page))));
    }

    @AfterEach
    void stop() {
        server.close();
        http.shutdownNow();
    }

    private static Overview overview(String reason, List<StoredSignal> signals) {
        return new Overview(
                new SystemStatus(NOW, List.of(ComponentStatus.warning("bars", reason))), List.of(cycle()), signals);
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

    private WebSocket listen() {
        WebSocket.Listener listener = new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<@Nullable Void> onText(WebSocket socket, CharSequence data, boolean isLast) {
                text.append(data);
                if (isLast) {
                    pushed.add(text.toString());
                    text.setLength(0);
                }
                socket.request(1);
                return CompletableFuture.<@Nullable Void>completedFuture(null);
            }
        };
        return http.newWebSocketBuilder()
                .buildAsync(URI.create(server.url().replace("http", "ws") + "/live"), listener)
                .join();
    }

    private Document nextPush() throws InterruptedException {
        String html = pushed.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(html).as("pushed within %d s", SECONDS).isNotNull();
        return Jsoup.parseBodyFragment(html);
    }

    @Test
    void showsVerdictsSignalsAndCyclesInTheTimeOfTheExchange() throws IOException, InterruptedException {
        page.show(overview("8 of 9 symbols fresh", List.of(signal())));
        Document opened = opened();

        assertThat(opened.select("header .badge").text()).isEqualTo("warning");
        assertThat(opened.select("header time").text()).isEqualTo("Fri 30 Oct 10:01:05 New York");
        assertThat(opened.select("header time").attr("title")).isEqualTo("2026-10-30 14:01:05 UTC");
        assertThat(opened.select("#shown section:nth-child(1) tbody tr").text())
                .isEqualTo("bars warning 8 of 9 symbols fresh");
        assertThat(opened.select("#shown section:nth-child(2) tbody tr").text())
                .startsWith("Fri 30 Oct 10:00 QAEB exit long 142.16 – 141.10 0.71 –");
        assertThat(opened.select(".side[data-kind=exit_long]")).hasSize(1);
        assertThat(opened.select("#shown section:nth-child(3) tbody tr").text())
                .isEqualTo("Fri 30 Oct 10:00 partial 453 64 7 812 ms");
    }

    @Test
    void whatIsWrittenByOthersIsText() throws IOException, InterruptedException {
        page.show(overview("<script>alert(1)</script>", List.of()));
        Document opened = opened();
        assertThat(opened.select("main script")).isEmpty();
        assertThat(opened.select("main").text()).contains("<script>alert(1)</script>");
    }

    @Test
    void whatIsEmptySaysSo() throws IOException, InterruptedException {
        assertThat(opened().select(".empty").text()).isEqualTo("Nothing has been read yet.");
        page.show(overview("fine", List.of()));
        assertThat(opened().select(".empty").text()).isEqualTo("None has been issued yet.");
    }

    @Test
    void aProblemSaysWhatIsTheCase() throws IOException, InterruptedException {
        page.showProblem("the database is away");
        assertThat(opened().select("main").text()).contains("the database is away", "dgas status");
    }

    @Test
    void pagesThatAreOpenAreToldOfEachChangeOnce() throws IOException, InterruptedException {
        page.show(overview("first", List.of()));
        WebSocket socket = listen();
        assertThat(nextPush().text()).contains("first");

        page.show(overview("first", List.of()));
        page.show(overview("second", List.of(signal())));
        Document second = nextPush();
        assertThat(second.text()).contains("second", "QAEB");
        assertThat(pushed).isEmpty();
        socket.abort();

        page.show(overview("third", List.of()));
        listen();
        assertThat(nextPush().text()).contains("third");
    }

    @Test
    void pagesOfOthersCannotListen() {
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(
                                URI.create(server.url().replace("http", "ws") + "/live"), new WebSocket.Listener() {})
                        .join())
                .hasRootCauseMessage("Unexpected HTTP response status code 403");
    }
}
