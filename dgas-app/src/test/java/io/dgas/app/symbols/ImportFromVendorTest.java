package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dgas.app.prediction.StoredDgas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code dgas symbols import --from-vendor} on a real database and a vendor on loopback. */
class ImportFromVendorTest {

    private static final String TOKEN = "65a1b2c3.d4e5f6a7b8";
    private static final List<String> MEMBERS = IndexPages.turned(IndexPages.tickers(100), 0, "QBRK.B");

    @TempDir
    Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer vendor;
    private int status = 200;
    private String body = IndexPages.components(MEMBERS);
    private StoredDgas dgas;

    ImportFromVendorTest() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void begin() throws IOException {
        vendor.createContext("/", this::answer);
        vendor.start();
        dgas = new StoredDgas(folder);
        settings("  api_token: " + TOKEN + "\n");
    }

    @AfterEach
    void end() {
        vendor.stop(0);
    }

    private void settings(String token) throws IOException {
        Files.writeString(
                folder.resolve("dgas.yaml"),
                "eodhd:\n  base_url: http://127.0.0.1:" + vendor.getAddress().getPort() + "/api\n" + token
                        + "data_collection:\n  max_retries: 1\n  retry_delay_seconds: 0\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private StoredDgas.Run imported() {
        StoredDgas.Run run = dgas.run("symbols", "import", "--from-vendor", "--index", "nasdaq100", "--verbose");
        assertThat(run.out() + run.err()).doesNotContain(TOKEN);
        return run;
    }

    @Test
    void asksTheVendorForTheMembersWithinTheBudgetOfAllProcesses() {
        StoredDgas.Run run = imported();

        assertThat(run.err()).doesNotContain("dgas:");
        assertThat(run.out()).isEqualTo("""
                imported 101 symbols from EODHD: 101 new, 101 made active, 0 made inactive
                nasdaq100 on 2026-11-22: 101 joined, 0 left
                """);
        assertThat(asked)
                .containsExactly("/api/fundamentals/NDX.INDX?api_token=" + TOKEN + "&fmt=json&filter=Components");
        assertThat(dgas.run("symbols", "members", "nasdaq100").out()).contains("QBRK.B  2026-11-22");
        assertThat(dgas.run("db", "psql", "--builtin", "-c", "select account, used from call_budgets")
                        .out())
                .containsPattern("eodhd\\W+10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"message\":\"Forbidden\"} | 1 | the vendor's plan does not include the members of nasdaq100",
                "401 | Unauthenticated             | 3 | the vendor does not accept eodhd.api_token; check it",
                "404 | Ticker Not Found            | 1 | the vendor does not know nasdaq100",
                "500 | oops                        | 4 | the vendor gave no usable answer",
                "200 | <html>                      | 4 | the vendor gave no usable answer",
                "200 | {}                          | 4 | the vendor gave no usable answer",
            })
    void saysWhyThereIsNoList(int code, String text, int exit, String message) {
        status = code;
        body = text;

        StoredDgas.Run run = imported();

        assertThat(run.err()).contains("dgas: " + message);
        assertThat(run.code()).isEqualTo(exit);
        assertThat(dgas.run("symbols", "list").out()).isEmpty();
    }

    @Test
    void refusesAListOfWhichARowIsNotUnderstood() {
        body = IndexPages.components(MEMBERS).replace("\"Code\":\"QAAC\"", "\"Code\":\"Q C\"");

        StoredDgas.Run run = imported();

        assertThat(run.err())
                .contains("the vendor's list of nasdaq100 has rows that are not understood (1 unreadable)");
        assertThat(run.code()).isOne();
        assertThat(dgas.run("symbols", "list").out()).isEmpty();
    }

    @Test
    void saysThatTheVendorIsNotThere() {
        vendor.stop(0);

        StoredDgas.Run run = imported();

        assertThat(run.err()).contains("dgas: the vendor gave no usable answer: GET /fundamentals/NDX.INDX");
        assertThat(run.code()).isEqualTo(4);
    }

    @Test
    void needsATokenThatCanBeOne() throws IOException {
        settings("");
        assertThat(imported().err()).contains("dgas: eodhd.api_token is missing");
        settings("  api_token: much-too-odd-to-be-one\n");
        StoredDgas.Run run = imported();
        assertThat(run.err())
                .contains("dgas: eodhd.api_token: the EODHD token has")
                .doesNotContain("much-too-odd-to-be-one");
        assertThat(run.code()).isEqualTo(3);
        assertThat(asked).isEmpty();
    }
}
