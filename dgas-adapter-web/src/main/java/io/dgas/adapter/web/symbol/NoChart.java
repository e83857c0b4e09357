package io.dgas.adapter.web.symbol;

import static java.util.stream.Collectors.joining;

import io.dgas.adapter.web.page.Place;
import io.dgas.adapter.web.page.Shown;
import io.dgas.application.port.in.chart.ChartAnswer;
import io.dgas.application.port.in.chart.ChartAnswer.Misfit;
import io.dgas.application.port.in.chart.ChartAnswer.NoBars;
import io.dgas.application.port.in.chart.ChartAnswer.Unknown;
import io.dgas.application.port.in.chart.ChartSymbol.Choice;
import io.dgas.application.port.in.chart.SymbolChart;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why there is no chart, and the way on. */
public record NoChart(SymbolQuery query, ChartAnswer answer) {

    private static final Place OVERVIEW = new Place("Overview", "/");

    public String title() {
        return switch (answer) {
            case Unknown unknown -> unknown.instrument() + " is not known";
            case NoBars none -> "No bars of " + none.instrument() + " to show";
            case Misfit misfit -> misfit.instrument() + " cannot be drawn";
            case SymbolChart chart -> throw new IllegalStateException(chart.instrument() + " has a chart");
        };
    }

    public String explanation() {
        return switch (answer) {
            case Unknown unknown ->
                "No symbol of this name is in the database. 'dgas symbols add " + unknown.instrument()
                        + "' adds it to the universe, 'dgas data import' brings bars of your own.";
            case NoBars none -> explanation(none);
            case Misfit misfit -> misfit.problem() + ".";
            case SymbolChart chart -> "";
        };
    }

    private String explanation(NoBars none) {
        if (!none.drawable().isEmpty() && none.trading().isPresent()) {
            String wanted = none.trading().get().code();
            return none.drawable().contains(none.trading().get())
                    ? "None of " + wanted + " had closed by then."
                    : "None of " + wanted + " are stored, and none that they could be made of. There are "
                            + none.drawable().stream().map(Timeframe::code).collect(joining(", ")) + ".";
        }
        return none.firstRecorded()
                .map(first -> "Nothing of it had been recorded by "
                        + query.asOf().map(Shown::now).orElse("now") + ": its first bar was recorded "
                        + Shown.now(first) + ". What is known now of that time can be shown instead.")
                .orElse(
                        "It is known, but none of its bars is stored. The collection brings them by itself while it runs;"
                                + " 'dgas data backfill' fetches history at once.");
    }

    /** The way on. */
    public List<Place> onwards() {
        List<Place> places = new ArrayList<>();
        if (answer instanceof Unknown unknown) {
            unknown.near()
                    .ifPresent(near -> places.add(new Place(
                            "Did you mean " + near + "?", query.of(near).address())));
        }
        if (answer instanceof NoBars none) {
            none.drawable()
                    .forEach(timeframe -> places.add(
                            new Place("On " + timeframe, query.on(timeframe).address())));
            hindsight(none).ifPresent(places::add);
        }
        if (!(answer instanceof Unknown)) {
            places.add(new Place(
                    "As it is now",
                    new SymbolQuery(
                                    query.instrument(),
                                    Choice.USUAL,
                                    Optional.<Instant>empty(),
                                    false,
                                    Optional.<Integer>empty())
                            .address()));
        }
        places.add(OVERVIEW);
        return places;
    }

    private Optional<Place> hindsight(NoBars none) {
        return query.asOf().isPresent()
                        && !query.isHindsight()
                        && none.firstRecorded().isPresent()
                ? Optional.of(new Place(
                        "That time as it is known now", query.inHindsight(true).address()))
                : Optional.empty();
    }
}
