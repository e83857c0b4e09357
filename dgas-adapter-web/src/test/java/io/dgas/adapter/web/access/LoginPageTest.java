package io.dgas.adapter.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.web.HostNames;
import io.dgas.adapter.web.Routes;
import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, over real HTTP. */
class LoginPageTest {

    private static final String PASSWORD = "correct horse & battery ü";
    private static final PasswordHash HASH = PasswordHash.of(PASSWORD.toCharArray(), 1_000);
    private static final String TOKEN = Token.random();
    private static final int SECONDS = 20;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-30T14:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final Live live = new Live();
    private WebServer server;

    @BeforeEach
    void start() {
        server = started(new HostNames(Set.of("dgas.example"), true, false));
    }

    private WebServer started(HostNames names) {
        LoginPage login =
                new LoginPage(new Credentials(HASH, Optional.of(Token.hash(TOKEN))), names.isBehindTls(), now::get);
        Routes page = routes -> {
            routes.get("/", context -> context.result("the page"));
            routes.get("/metrics", context -> context.result("the metrics"));
            routes.post("/change", context -> context.result("changed"));
        };
        return WebServer.start(
                new WebAddress("127.0.0.1", 0),
                names,
                List.of(new Site(new Appearance(Optional.empty(), Theme.DARK), live, List.of(login)), page));
    }

    @AfterEach
    void stop() {
        server.close();
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept", "text/html");
        String sent = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    /** Keeps cookies as a browser does. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] parts = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            if (parts[1].isEmpty()) {
                cookies.remove(parts[0]);
            } else {
                cookies.put(parts[0], parts[1]);
            }
        }
        return answer;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String formToken() throws IOException, InterruptedException {
        return Jsoup.parse(get("/login").body())
                .select(".login input[name=form_token]")
                .attr("value");
    }

    private HttpResponse<String> signIn(String password, String to) throws IOException, InterruptedException {
        return post("/login", Map.of("form_token", formToken(), "password", password, "to", to));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void whoHasNotSignedInIsAskedToAndThenGoesOn() throws IOException, InterruptedException {
        HttpResponse<String> refused = get("/?a=b&c=d");
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(location(refused)).endsWith("/login?to=%2F%3Fa%3Db%26c%3Dd");
        assertThat(refused.body()).doesNotContain("the page");
        live.show("moment", "how it stands");
        assertThat(get("/login").body()).doesNotContain("how it stands", "live.js", "<nav");
        assertThat(Jsoup.parse(get("/login?to=%2F%3Fa%3Db").body())
                        .select("input[name=to]")
                        .attr("value"))
                .isEqualTo("/?a=b");

        HttpResponse<String> in = signIn(PASSWORD, "/?a=b");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).endsWith("/?a=b").doesNotContain("example");
        assertThat(get("/").body()).isEqualTo("the page");
    }

    @Test
    void cookiesAreOutOfReach() throws IOException, InterruptedException {
        assertThat(signIn(PASSWORD, "/").headers().allValues("Set-Cookie"))
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Secure", "Domain"));
    }

    @Test
    void behindTlsCookiesGoOverTlsOnly() throws IOException, InterruptedException {
        server.close();
        server = started(new HostNames(Set.of("dgas.example"), true, true));
        HttpResponse<String> in = signIn(PASSWORD, "/");
        assertThat(in.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
        assertThat(in.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""})
    void theWayOnStaysHere(String to) throws IOException, InterruptedException {
        assertThat(location(signIn(PASSWORD, to))).isIn("/", server.url() + "/");
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> refused = signIn(PASSWORD + " ", "/");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("That is not the password").doesNotContain(PASSWORD);
        assertThat(get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void tooManyTriesAreRefusedForAWhileTheRightOneToo() throws IOException, InterruptedException {
        for (int tried = 0; tried < LoginLimit.TRIES; tried++) {
            assertThat(signIn("wrong", "/").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = signIn(PASSWORD, "/");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("300");

        now.updateAndGet(time -> time.plus(LoginLimit.WITHIN).plusSeconds(1));
        assertThat(signIn(PASSWORD, "/").statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionEndsWhenItIsIdleAndInAnyCase() throws IOException, InterruptedException {
        signIn(PASSWORD, "/");
        Instant begun = now.get();
        for (Duration since = Sessions.IDLE; since.compareTo(Sessions.LONGEST) < 0; since = since.plus(Sessions.IDLE)) {
            now.set(begun.plus(since));
            assertThat(get("/").statusCode()).isEqualTo(200);
        }
        now.set(begun.plus(Sessions.LONGEST).plusSeconds(1));
        assertThat(get("/").statusCode()).isEqualTo(303);

        signIn(PASSWORD, "/");
        now.updateAndGet(time -> time.plus(Sessions.IDLE).plusSeconds(1));
        assertThat(get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSessionForEverybodyWhoHasItsCookie() throws IOException, InterruptedException {
        signIn(PASSWORD, "/");
        String token = Jsoup.parse(get("/login").body()).select(".leave input").attr("value");
        Map<String, String> kept = Map.copyOf(cookies);
        assertThat(post("/logout", Map.of("form_token", token)).statusCode()).isEqualTo(303);
        cookies.putAll(kept);
        assertThat(get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whatChangesSomethingNeedsTheTokenOfItsForm() throws IOException, InterruptedException {
        String before = formToken();
        assertThat(post("/login", Map.of("password", PASSWORD)).statusCode()).isEqualTo(403);
        signIn(PASSWORD, "/");
        assertThat(post("/change", Map.of()).statusCode()).isEqualTo(403);
        assertThat(post("/change", Map.of("form_token", before)).statusCode()).isEqualTo(403);
        assertThat(post("/change", Map.of("form_token", formToken())).body()).isEqualTo("changed");
    }

    @Test
    void aTokenReadsAndNothingElse() throws IOException, InterruptedException {
        String bearer = "Bearer " + TOKEN;
        assertThat(send(request("/").header("Authorization", bearer)).body()).isEqualTo("the page");
        assertThat(send(request("/change").header("Authorization", bearer).POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> wrong = send(request("/").header("Authorization", bearer + "x"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).doesNotContain(TOKEN);
    }

    /** The status of an answer to a name that the client of the JDK does not let one choose. */
    private String statusLine(String path, String... headers) throws IOException {
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/metrics, localhost, 200",
        "/metrics, dgas.example, 401",
        "/metrics, 10.0.0.7:8501, 401",
        "/, localhost, 401",
        "/login, dgas.example, 200",
        "/login, DGAS.example:8501, 200",
        "/login, 10.0.0.7, 200",
        "/login, other.example, 403",
    })
    void whatIsOpenIsOpenByNameAndPlace(String path, String host, int status) throws IOException {
        assertThat(statusLine(path, "Host: " + host)).endsWith(" " + status);
    }

    @Test
    void nobodyListensWithoutSigningInNorAfterSigningOut() throws IOException, InterruptedException {
        URI address = URI.create(server.url().replace("http", "ws") + "/live?has=part:");
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .hasRootCauseMessage("Unexpected HTTP response status code 401");

        signIn(PASSWORD, "/");
        http.newWebSocketBuilder()
                .header("Cookie", "dgas-session=" + cookies.get("dgas-session"))
                .buildAsync(address, new WebSocket.Listener() {})
                .join();
        await(1);
        now.updateAndGet(time -> time.plus(Sessions.LONGEST).plusSeconds(1));
        live.show("part", "something new");
        await(0);
    }

    private void await(int pages) throws InterruptedException {
        for (int attempt = 0; live.pages() != pages; attempt++) {
            assertThat(attempt).as("attempts").isLessThan(SECONDS * 100);
            Thread.sleep(10);
        }
    }

    @Test
    void aHashIsReadBackAndTellsNothing() {
        String written = HASH.toString();
        assertThat(PasswordHash.parse(written).isOf(PASSWORD.toCharArray())).isTrue();
        assertThat(PasswordHash.parse(written).isOf("wrong".toCharArray())).isFalse();
        assertThat(PasswordHash.of(PASSWORD.toCharArray())).doesNotHaveToString(written);
        assertThatThrownBy(() -> PasswordHash.parse(PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dgas dashboard password")
                .hasMessageNotContaining("horse");
    }
}
