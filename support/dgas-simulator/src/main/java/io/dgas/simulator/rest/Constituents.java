package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Listing;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members of the one index there is: every ticker of the market, as the fundamentals and as the marketplace give them. */
final class Constituents {

    private static final String INDEX = "GSPC.INDX";
    private static final String MARKETPLACE = "unicornbay/spglobal/comp/" + INDEX;
    private static final int COST = 10;
    private static final List<String> SECTORS = List.of("Technology", "Healthcare", "Industrials", "Energy");

    private final Vendor vendor;

    Constituents(Vendor vendor) {
        this.vendor = vendor;
    }

    /** {@code /fundamentals/GSPC.INDX}: all of it, or with {@code filter=Components} the object of the members alone. */
    Answer fundamentals(Request request) {
        if (!request.ticker().equals(INDEX)) {
            return Answer.unknownTicker();
        }
        boolean filtered =
                request.parameter("filter").filter("Components"::equals).isPresent();
        return new Answer.Data(filtered ? components() : whole(), COST);
    }

    /** {@code /mp/unicornbay/spglobal/comp/GSPC.INDX}. */
    Answer marketplace(Request request) {
        return request.ticker().equals(MARKETPLACE) ? new Answer.Data(whole(), COST) : Answer.unknownTicker();
    }

    private JsonNode whole() {
        ObjectNode whole = Json.object();
        whole.putObject("General")
                .put("Code", "GSPC")
                .put("Type", "INDEX")
                .put("Name", "S&P 500 Index")
                .put("Exchange", "INDX");
        whole.set("Components", components());
        ObjectNode history = whole.putObject("HistoricalTickerComponents");
        for (String ticker : vendor.market().tickers()) {
            boolean gone = vendor.isGone(ticker);
            history.putObject(Integer.toString(history.size()))
                    .put("Code", BulkLastDay.code(ticker))
                    .put("Name", BulkLastDay.code(ticker) + " Inc")
                    .put("StartDate", since(ticker))
                    .put("EndDate", gone ? vendor.today().toString() : null)
                    .put("IsActiveNow", gone ? 0 : 1)
                    .put("IsDelisted", gone ? 1 : 0);
        }
        return whole;
    }

    private ObjectNode components() {
        List<String> tickers = vendor.tickers();
        ObjectNode components = Json.object();
        for (String ticker : tickers) {
            String code = BulkLastDay.code(ticker);
            components
                    .putObject(Integer.toString(components.size()))
                    .put("Code", code)
                    .put("Exchange", "US")
                    .put("Name", code + " Inc")
                    .put("Sector", SECTORS.get(Math.floorMod(code.hashCode(), SECTORS.size())))
                    .putNull("Industry")
                    .put("Weight", Json.rounded(1.0 / tickers.size()));
        }
        return components;
    }

    private String since(String ticker) {
        Optional<Listing> listing = vendor.market().find(ticker);
        return listing.map(known -> known.dates().first().toString()).orElse("");
    }
}
