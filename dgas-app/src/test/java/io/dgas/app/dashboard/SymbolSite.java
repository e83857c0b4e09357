package io.dgas.app.dashboard;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import io.dgas.adapter.web.symbol.SymbolPage;
import io.dgas.app.wiring.Installation;
import io.dgas.application.chart.LastDecisions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The page about a symbol, served from what an installation has stored. */
final class SymbolSite implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Live live = new Live();
    private final WebServer server;

    SymbolSite(Installation installation, InstantSource clock) {
        SymbolPage page = new SymbolPage(
                installation.charts(),
                new LastDecisions(installation.repositories().instrumentRecords(), installation.rerun()),
                clock);
        server = WebServer.start(
                new WebAddress("127.0.0.1", 0),
                List.of(new Site(new Appearance(Optional.empty(), Theme.LIGHT), live, List.of(page))));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body());
    }

    Live live() {
        return live;
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        http.shutdownNow();
    }
}
