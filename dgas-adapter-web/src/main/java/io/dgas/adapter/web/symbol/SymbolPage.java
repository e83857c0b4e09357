package io.dgas.adapter.web.symbol;

import io.dgas.adapter.web.page.Asset;
import io.dgas.adapter.web.page.Fragment;
import io.dgas.adapter.web.page.Frame;
import io.dgas.adapter.web.page.Page;
import io.dgas.adapter.web.page.Place;
import io.dgas.adapter.web.page.View;
import io.dgas.application.port.in.chart.ChartAnswer;
import io.dgas.application.port.in.chart.ChartSymbol;
import io.dgas.application.port.in.chart.ExplainSymbol;
import io.dgas.application.port.in.chart.ExplainSymbol.LastDecision;
import io.dgas.application.port.in.chart.SymbolChart;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One symbol, at {@code /symbols/AAPL}; what its chart is drawn from, at {@code /symbols/AAPL/chart.json}. All of its state is
 * in the address: {@code trading}, {@code higher}, {@code asOf}, {@code known} and {@code bars}.
 */
public final class SymbolPage implements Page {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/symbols";

    private static final Asset STYLE = Asset.of(SymbolPage.class, "symbol.css");
    private static final Asset PLOT_STYLE = Asset.ofWebjar("uplot", "dist/uPlot.min.css");
    private static final Asset PLOT = Asset.ofWebjar("uplot", "dist/uPlot.iife.min.js");
    private static final List<Asset> SCRIPTS = List.of(
            PLOT,
            script("times.js"),
            script("palette.js"),
            script("layers.js"),
            script("marks.js"),
            script("readout.js"),
            script("moves.js"),
            script("chart.js"));

    private final ChartSymbol charts;
    private final ExplainSymbol decisions;
    private final InstantSource clock;

    public SymbolPage(ChartSymbol charts, ExplainSymbol decisions, InstantSource clock) {
        this.charts = charts;
        this.decisions = decisions;
        this.clock = clock;
    }

    private static Asset script(String name) {
        return Asset.of(SymbolPage.class, name);
    }

    /** It is reached from the others, and by its own field. */
    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public List<Asset> assets() {
        return Stream.concat(Stream.of(STYLE, PLOT_STYLE), SCRIPTS.stream()).toList();
    }

    @Override
    public void addTo(RoutesConfig routes, Frame frame) {
        routes.get(PATH, SymbolPage::lead);
        routes.get(PATH + "/{symbol}", context -> show(context, frame));
        routes.get(PATH + "/{symbol}/chart.json", this::tell);
    }

    /** To the page of the symbol that somebody typed. */
    private static void lead(Context context) {
        String typed = context.queryParam("symbol");
        context.redirect(
                typed == null || typed.isBlank()
                        ? "/"
                        : PATH + "/" + URLEncoder.encode(typed.strip(), StandardCharsets.UTF_8),
                HttpStatus.SEE_OTHER);
    }

    private void show(Context context, Frame frame) {
        Instant now = clock.instant();
        SymbolQuery query = SymbolQuery.of(context, now);
        switch (charts.chart(query.request(now))) {
            case SymbolChart chart -> frame.show(context, page(query, chart, now));
            case ChartAnswer none -> {
                context.status(none instanceof ChartAnswer.Misfit ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND);
                frame.show(
                        context,
                        view(query, new Fragment("symbol/none.jte", Map.of("none", new NoChart(query, none)))));
            }
        }
    }

    private View page(SymbolQuery query, SymbolChart chart, Instant now) {
        Optional<LastDecision> decision =
                decisions.newest(chart.instrument(), chart.timescale().trading(), chart.moment());
        ShownSymbol symbol = new ShownSymbol(query, chart, decision, now);
        View view = view(
                query,
                new Fragment(
                        "symbol/page.jte",
                        Map.of("symbol", symbol, "styles", List.of(PLOT_STYLE.path(), STYLE.path()))));
        for (Asset script : SCRIPTS) {
            view = view.with(script);
        }
        return view;
    }

    private static View view(SymbolQuery query, Fragment body) {
        return new View(query.instrument().symbol(), PATH, body);
    }

    private void tell(Context context) {
        Instant now = clock.instant();
        SymbolQuery query = SymbolQuery.of(context, now);
        Map<String, ?> document = switch (charts.chart(query.request(now))) {
            case SymbolChart chart -> new ChartDocument(chart).columns();
            case ChartAnswer none -> {
                context.status(HttpStatus.NOT_FOUND);
                yield Map.of("problem", new NoChart(query, none).title());
            }
        };
        context.contentType("application/json").result(JSON.writeValueAsBytes(document));
    }
}
