package io.dgas.adapter.eodhd.constituents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of changes: date, ticker and name of what was added and of what was removed, and why. */
record ChangesTable(HtmlTable table, int date, int added, int removed, int reason) {

    private static final Set<String> DATE = Set.of("date", "effective date");
    private static final String ADDED = "added ticker";
    private static final String REMOVED = "removed ticker";
    private static final String REASON = "reason";

    /** @throws UnreadablePage when a row of such a table is not understood */
    static List<IndexChange> read(List<HtmlTable> tables) {
        List<IndexChange> changes = new ArrayList<>();
        tables.stream()
                .map(ChangesTable::of)
                .flatMap(Optional::stream)
                .forEach(found -> found.table.rows().forEach(row -> changes.add(found.change(row))));
        return changes;
    }

    private static Optional<ChangesTable> of(HtmlTable table) {
        List<String> headings = table.headings();
        int date = DATE.stream().mapToInt(headings::indexOf).max().orElse(-1);
        ChangesTable found = new ChangesTable(
                table, date, headings.indexOf(ADDED), headings.indexOf(REMOVED), headings.indexOf(REASON));
        return date >= 0 && found.added >= 0 && found.removed >= 0 && found.reason >= 0
                ? Optional.of(found)
                : Optional.empty();
    }

    private IndexChange change(TableRow row) {
        try {
            row.requireWidth(table.headings().size());
            IndexChange change =
                    new IndexChange(row.date(date), row.tickerIfAny(added), row.tickerIfAny(removed), row.text(reason));
            if (change.added().isEmpty() && change.removed().isEmpty()) {
                throw row.refused("neither an added nor a removed ticker");
            }
            return change;
        } catch (UnreadablePage refused) {
            throw new UnreadablePage("table of changes, " + refused.getMessage(), refused);
        }
    }
}
