package io.dgas.adapter.eodhd.constituents;

import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** The table of constituents, told by its headings. */
record ConstituentsTable(HtmlTable table, int symbol, int name, int sector, OptionalInt added) {

    private static final Set<String> SYMBOL = Set.of("symbol", "ticker", "ticker symbol");
    private static final Set<String> NAME = Set.of("security", "company", "company name", "name");
    private static final Set<String> SECTOR = Set.of("gics sector", "icb industry", "sector");
    private static final Set<String> ADDED = Set.of("date added", "date first added");

    private static final int HEADINGS_SHOWN = 5;

    /** @throws UnreadablePage unless there is exactly one such table, each row of it understood */
    static List<Constituent> read(List<HtmlTable> tables) {
        List<ConstituentsTable> found = tables.stream()
                .map(ConstituentsTable::of)
                .flatMap(Optional::stream)
                .toList();
        if (found.size() > 1) {
            throw new UnreadablePage("the page has " + found.size() + " tables that may be the constituents, of "
                    + String.join(
                            " and ", found.stream().map(ConstituentsTable::rows).toList())
                    + " rows; expected one");
        }
        if (found.isEmpty()) {
            throw new UnreadablePage("the page has no table of constituents; expected the columns Symbol (or Ticker),"
                    + " Security (or Company) and GICS Sector" + headings(tables));
        }
        return found.getFirst().constituents();
    }

    private static String headings(List<HtmlTable> tables) {
        return tables.isEmpty()
                ? "; it has no table with headings"
                : "; found "
                        + String.join(
                                " / ",
                                tables.stream()
                                        .limit(HEADINGS_SHOWN)
                                        .map(table -> String.join(", ", table.headings()))
                                        .toList());
    }

    private String rows() {
        return String.valueOf(table.rows().size());
    }

    private static Optional<ConstituentsTable> of(HtmlTable table) {
        OptionalInt symbol = column(table, SYMBOL);
        OptionalInt name = column(table, NAME);
        OptionalInt sector = column(table, SECTOR);
        return symbol.isPresent() && name.isPresent() && sector.isPresent()
                ? Optional.of(new ConstituentsTable(
                        table, symbol.getAsInt(), name.getAsInt(), sector.getAsInt(), column(table, ADDED)))
                : Optional.empty();
    }

    /** Where a column is; a heading that is there twice says nothing. */
    private static OptionalInt column(HtmlTable table, Set<String> titles) {
        int[] columns = IntStream.range(0, table.headings().size())
                .filter(column -> titles.contains(table.headings().get(column)))
                .toArray();
        return columns.length == 1 ? OptionalInt.of(columns[0]) : OptionalInt.empty();
    }

    private List<Constituent> constituents() {
        Map<Instrument, Integer> seen = new HashMap<>();
        List<Constituent> constituents = new ArrayList<>();
        for (TableRow row : table.rows()) {
            row.requireWidth(table.headings().size());
            Constituent constituent = constituent(row);
            Integer before = seen.put(constituent.instrument(), row.number());
            if (before != null) {
                throw row.refused(constituent.instrument() + " is in row " + before + " already");
            }
            constituents.add(constituent);
        }
        return constituents;
    }

    private Constituent constituent(TableRow row) {
        return new Constituent(row.ticker(symbol), row.text(name, "name"), row.text(sector, "sector"), added(row));
    }

    private Optional<LocalDate> added(TableRow row) {
        return added.isEmpty() || row.text(added.getAsInt()).isEmpty()
                ? Optional.empty()
                : Optional.of(row.date(added.getAsInt()));
    }
}
