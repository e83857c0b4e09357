package io.dgas.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.live.Live;
import io.dgas.application.port.out.StorageException;
import io.javalin.config.RoutesConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout that pages stand in, over real HTTP. */
class SiteTest {

    private static final Fragment BODY = new Fragment("page/time.jte", Map.of("at", Instant.EPOCH, "shown", "<then>"));

    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer server;

    /** A page of three, that fails in each way when asked to. */
    private record Sample(Place own) implements Page {

        @Override
        public Optional<Place> place() {
            return Optional.of(own);
        }

        @Override
        public void addTo(RoutesConfig routes, Frame frame) {
            routes.get(own.path(), context -> frame.show(context, new View(own.name(), own.path(), BODY)));
            routes.get(own.path() + "/away", context -> {
                throw new StorageException("the database at db:5432 refused", new IOException("refused"));
            });
            routes.get(own.path() + "/failing", context -> {
                throw new IllegalStateException("secret-word");
            });
            routes.get(own.path() + "/input", context -> {
                throw new ProblemException(Problem.badInput("'<b>x</b>' is no page; 1 would be"));
            });
        }
    }

    @BeforeEach
    void start() {
        server = WebServer.start(
                new WebAddress("127.0.0.1", 0),
                List.of(new Site(
                        new Appearance(Optional.of("a <made-up> market"), Theme.DARK),
                        new Live(),
                        List.of(
                                new Sample(new Place("First", "/first")),
                                new Sample(new Place("Second", "/second"))))));
    }

    @AfterEach
    void stop() {
        server.close();
        http.shutdownNow();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Document read(HttpResponse<byte[]> answer) {
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private Document page(String path, String... headers) throws IOException, InterruptedException {
        return read(get(path, headers));
    }

    @Test
    void eachPageStandsInTheLayoutWithAllInItsNavigation() throws IOException, InterruptedException {
        Document page = page("/second");

        assertThat(page.title()).isEqualTo("Second · DGAS");
        assertThat(page.select("nav a").eachAttr("href")).containsExactly("/first", "/second");
        assertThat(page.select("nav a[aria-current=page]").eachText()).containsExactly("Second");
        assertThat(page.select("main time").text()).isEqualTo("<then>");
        assertThat(page.select("main time").attr("title")).isEqualTo("1970-01-01 00:00:00 UTC");
        assertThat(page.select(".remark").text()).isEqualTo("a <made-up> market");
        assertThat(page.select("a.skip").attr("href"))
                .isEqualTo("#" + page.select("main").attr("id"));
    }

    @Test
    void nothingOfItNeedsALooserPolicy() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("/first");

        assertThat(read(answer).select("script:not([src]), style, [onclick], [style]"))
                .isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(read(answer).select("meta[name=htmx-config]").attr("content"))
                .contains("\"includeIndicatorStyles\":false", "\"allowEval\":false");
    }

    @ParameterizedTest
    @CsvSource({"light, light", "system, system", "dark, dark", "'\" onload=\"x', dark", "'', dark"})
    void theReadersChoiceOfColoursIsThereFromTheStart(String cookie, String theme)
            throws IOException, InterruptedException {
        Document page = page("/first", "Cookie", "dgas-theme=" + cookie);

        assertThat(page.select("html").attr("data-theme")).isEqualTo(theme);
        assertThat(page.select("input[name=theme][checked]").eachAttr("value")).containsExactly(theme);
    }

    @Test
    void pagesAreNotKeptAndWhatTheyNeedIsForEver() throws IOException, InterruptedException {
        HttpResponse<byte[]> page = get("/first");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");

        List<String> needed = read(page).select("link[href^=/], script").stream()
                .map(element -> element.attr("href") + element.attr("src"))
                .toList();
        assertThat(needed).hasSizeGreaterThan(4).allMatch(path -> path.matches("/assets/[0-9a-f]{16}/[a-z.]+"));
        for (String path : needed) {
            HttpResponse<byte[]> answer = get(path, "Accept-Encoding", "gzip");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        }
    }

    @Test
    void whatIsLargeIsSmallOnTheWay() throws IOException, InterruptedException {
        String style = page("/first").select("link[rel=stylesheet]").attr("href");
        HttpResponse<byte[]> plain = get(style);
        HttpResponse<byte[]> packed = get(style, "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, Nothing is at /nowhere.",
        "/assets/0123456789abcdef/style.css, 404, Nothing is at /assets",
        "/first/input, 400, '''<b>x</b>'' is no page; 1 would be'",
        "/first/away, 503, the database at db:5432 refused",
        "/first/failing, 500, The fault is on the side of the program",
    })
    void aProblemSaysWhatIsTheCaseAndOffersTheWayOn(String path, int status, String told)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        Document page = read(answer);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(page.select("main").text()).contains(told);
        assertThat(page.select("main .onwards a[href=/]")).hasSize(1);
        assertThat(page.select("nav a")).hasSize(2);
        assertThat(page.outerHtml()).doesNotContain("secret-word", "IllegalState", "at io.dgas");
    }

    @Test
    void aProblemOfAPieceIsAPiece() throws IOException, InterruptedException {
        Document piece = page("/first/input", "HX-Request", "true");

        assertThat(piece.select("nav")).isEmpty();
        assertThat(piece.select(".problem")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/first/away?symbol=%3Cb%3E", "/first/failing?symbol=%3Cb%3E"})
    void whatMayPassIsTriedAgainWhereItFailed(String asked) throws IOException, InterruptedException {
        assertThat(page(asked).select(".onwards a").eachAttr("href")).first().isEqualTo(asked);
    }
}
