package io.dgas.adapter.web.symbol;

import io.dgas.adapter.web.page.Place;
import io.dgas.adapter.web.page.Problem;
import io.dgas.adapter.web.page.ProblemException;
import io.dgas.application.port.in.chart.ChartSymbol;
import io.dgas.application.port.in.chart.ChartSymbol.Choice;
import io.dgas.application.port.in.chart.Moment;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an address asks for.
 *
 * @param asOf empty for the present
 * @param isHindsight whether what was recorded after {@code asOf} is shown too
 * @param bars empty for the usual number
 */
public record SymbolQuery(
        Instrument instrument, Choice choice, Optional<Instant> asOf, boolean isHindsight, Optional<Integer> bars) {

    private static final int USUAL_BARS = 250;
    private static final int FEWEST_BARS = 20;
    private static final int MOST_BARS = 2000;

    private static final String TRADING = "trading";
    private static final String HIGHER = "higher";
    private static final String AS_OF = "asOf";
    private static final String KNOWN = "known";
    private static final String BARS = "bars";
    private static final String NOW = "now";

    /**
     * Reads an address.
     *
     * @throws ProblemException naming what in it cannot be read, and what would be right
     */
    static SymbolQuery of(Context context, Instant now) {
        Reader reader = new Reader(context);
        Instrument instrument = reader.instrument();
        Choice choice = new Choice(reader.value(TRADING, Timeframe::ofCode), reader.value(HIGHER, Timeframe::ofCode));
        Optional<Instant> asOf = reader.value(AS_OF, text -> past(text, now));
        boolean isHindsight = reader.value(KNOWN, SymbolQuery::isNow).orElse(false);
        return new SymbolQuery(instrument, choice, asOf, isHindsight, reader.value(BARS, SymbolQuery::bars));
    }

    /** Of an address, the symbol in its path. */
    private record Reader(Context context) {

        Instrument instrument() {
            return read(context.pathParam("symbol"), Instrument::parse, "/");
        }

        <T> Optional<T> value(String name, Function<String, T> reading) {
            String text = context.queryParam(name);
            return text == null || text.isBlank()
                    ? Optional.empty()
                    : Optional.of(read(text.strip(), reading, "/symbols/" + instrument()));
        }

        private static <T> T read(String text, Function<String, T> reading, String onwards) {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException unreadable) {
                Problem bad = Problem.badInput(unreadable.getMessage() + ".");
                String name = onwards.equals("/") ? "Overview" : "As it is now, on the usual timeframes";
                throw new ProblemException(
                        new Problem(bad.status(), bad.title(), bad.explanation(), List.of(new Place(name, onwards))));
            }
        }
    }

    private static Instant past(String text, Instant now) {
        Instant time = ExchangeTime.read(text);
        if (time.isAfter(now)) {
            throw new IllegalArgumentException("'" + text + "' is still to come: it is now " + ExchangeTime.typed(now)
                    + " in New York, and nothing later is known");
        }
        return time;
    }

    private static boolean isNow(String text) {
        if (!text.equals(NOW) && !text.equals("then")) {
            throw new IllegalArgumentException("'" + text
                    + "' says not what is to be known: 'then' for what was known then, 'now' for what is now");
        }
        return text.equals(NOW);
    }

    private static int bars(String text) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < FEWEST_BARS || Integer.parseInt(text) > MOST_BARS) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number of bars from " + FEWEST_BARS + " to " + MOST_BARS);
        }
        return Integer.parseInt(text);
    }

    ChartSymbol.Request request(Instant now) {
        return new ChartSymbol.Request(instrument, choice, moment(now), bars.orElse(USUAL_BARS));
    }

    Moment moment(Instant now) {
        return asOf.map(time -> new Moment(time, !isHindsight)).orElseGet(() -> Moment.present(now));
    }

    /** How many are shown. */
    public int barsShown() {
        return bars.orElse(USUAL_BARS);
    }

    public SymbolQuery on(Timeframe trading) {
        return new SymbolQuery(instrument, new Choice(Optional.of(trading), Optional.empty()), asOf, isHindsight, bars);
    }

    public SymbolQuery under(Timeframe trading, Timeframe higher) {
        return new SymbolQuery(
                instrument, new Choice(Optional.of(trading), Optional.of(higher)), asOf, isHindsight, bars);
    }

    public SymbolQuery at(Instant time) {
        return new SymbolQuery(instrument, choice, Optional.of(time), isHindsight, bars);
    }

    public SymbolQuery inHindsight(boolean hindsight) {
        return new SymbolQuery(instrument, choice, asOf, hindsight, bars);
    }

    /** Without the time. */
    public SymbolQuery now() {
        return new SymbolQuery(instrument, choice, Optional.empty(), false, bars);
    }

    public SymbolQuery of(Instrument other) {
        return new SymbolQuery(other, choice, asOf, isHindsight, bars);
    }

    public SymbolQuery with(int number) {
        return new SymbolQuery(instrument, choice, asOf, isHindsight, Optional.of(number));
    }

    /** The address of the page. */
    public String address() {
        return address("/symbols/" + instrument);
    }

    /** The address of what the chart is drawn from. */
    public String dataAddress() {
        return address("/symbols/" + instrument + "/chart.json");
    }

    private String address(String path) {
        StringBuilder address = new StringBuilder(path);
        char before = '?';
        for (Map.Entry<String, String> each : parameters().entrySet()) {
            address.append(before).append(each.getKey()).append('=').append(each.getValue());
            before = '&';
        }
        return address.toString();
    }

    /** Of the address, all but the symbol. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        choice.trading().ifPresent(trading -> parameters.put(TRADING, trading.code()));
        choice.higher().ifPresent(higher -> parameters.put(HIGHER, higher.code()));
        bars.ifPresent(number -> parameters.put(BARS, number.toString()));
        asOf.ifPresent(time -> parameters.put(AS_OF, ExchangeTime.typed(time)));
        if (isHindsight) {
            parameters.put(KNOWN, NOW);
        }
        return parameters;
    }
}
