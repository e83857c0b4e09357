package io.dgas.app.csv;

import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The project's own layout: {@code symbol,ex_date,kind,value} and, if wanted, {@code known_at}. Of a split the value is the
 * count of new shares for one old, written {@code 7}, {@code 7/1} or {@code 7:1}; of a dividend dollars for one share. A row
 * that does not say when it became known is taken to say the open of the ex-date's session.
 */
final class ActionTable implements ActionLayout {

    static final List<String> COLUMNS = List.of("symbol", "ex_date", "kind", "value");
    private static final String KNOWN_AT = "known_at";

    private final ActionSource source;
    private final List<Integer> positions;
    private final int width;
    private final int knownAt;

    private ActionTable(ActionSource source, List<String> header, List<Integer> positions) {
        this.source = source;
        this.positions = positions;
        this.width = header.size();
        this.knownAt = ActionFields.names(header).indexOf(KNOWN_AT);
    }

    static Optional<ActionLayout> of(List<String> header, ActionSource source) {
        List<Integer> positions = ActionFields.positions(header, COLUMNS);
        return positions.isEmpty() ? Optional.empty() : Optional.of(new ActionTable(source, header, positions));
    }

    @Override
    public int headerRows() {
        return 1;
    }

    @Override
    public List<CorporateAction> actionsOf(List<List<String>> rows, int row) {
        List<String> fields = rows.get(row);
        if (fields.size() != width) {
            throw new IllegalArgumentException(
                    "the row has " + fields.size() + " fields; expected " + width + " as in the header");
        }
        Instrument instrument = source.instrument(field(fields, 0));
        LocalDate exDate = ActionFields.date(field(fields, 1));
        Instant open = source.exSession(exDate).open();
        Instant known = knownAt < 0 || fields.get(knownAt).isEmpty()
                ? open
                : ActionFields.instant(KNOWN_AT, fields.get(knownAt));
        String kind = field(fields, 2).toLowerCase(Locale.ROOT);
        return List.of(
                switch (kind) {
                    case "split" -> new Split(instrument, exDate, known, ratio(field(fields, 3)));
                    case "dividend" ->
                        new CashDividend(instrument, exDate, known, ActionFields.positive("value", field(fields, 3)));
                    default ->
                        throw new IllegalArgumentException(
                                "kind '" + kind + "' does not exist; expected split or dividend");
                });
    }

    private String field(List<String> fields, int column) {
        return fields.get(positions.get(column));
    }

    private static double ratio(String text) {
        String[] parts = text.split("[:/]", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException("value '" + text + "' is not a split such as 7, 7/1 or 7:1");
        }
        double shares = ActionFields.positive("value", parts[0].strip());
        return parts.length == 1 ? shares : shares / ActionFields.positive("value", parts[1].strip());
    }

    @Override
    public List<String> notes(List<CorporateAction> actions) {
        return List.of();
    }
}
