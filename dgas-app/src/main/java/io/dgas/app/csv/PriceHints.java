package io.dgas.app.csv;

import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Hints found by comparing closes as recorded with closes as adjusted afterwards: {@code
 * symbol,ex_date,prev_close_factor,prev_close,kind}. The factor takes the close before the ex-date to what it is worth
 * after. Of a dividend it is {@code 1 - amount / prev_close}; of a split or spin-off one over the ratio. A ratio that is
 * nearly simple is taken to be that ({@link SimpleRatio}); another is mostly a spin-off and kept as it is, since for
 * prices it works as a split does.
 */
final class PriceHints implements ActionLayout {

    static final List<String> COLUMNS = List.of("symbol", "ex_date", "prev_close_factor", "prev_close", "kind");

    private final ActionSource source;
    private final List<Integer> positions;
    private final int width;

    private PriceHints(ActionSource source, List<String> header, List<Integer> positions) {
        this.source = source;
        this.positions = positions;
        this.width = header.size();
    }

    static Optional<ActionLayout> of(List<String> header, ActionSource source) {
        List<Integer> positions = ActionFields.positions(header, COLUMNS);
        return positions.isEmpty() ? Optional.empty() : Optional.of(new PriceHints(source, header, positions));
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
        Instant known = source.exSession(exDate).open();
        String factor = field(fields, 2);
        return List.of(
                switch (field(fields, 4)) {
                    case "dividend" -> new CashDividend(instrument, exDate, known, amount(factor, field(fields, 3)));
                    case "split_or_spinoff" ->
                        new Split(
                                instrument,
                                exDate,
                                known,
                                SimpleRatio.near(1 / ActionFields.positive("prev_close_factor", factor)));
                    default ->
                        throw new IllegalArgumentException("kind '" + field(fields, 4)
                                + "' does not exist; expected dividend or split_or_spinoff");
                });
    }

    private static double amount(String factor, String close) {
        double value = ActionFields.positive("prev_close_factor", factor);
        if (value >= 1) {
            throw new IllegalArgumentException(
                    "prev_close_factor '" + factor + "' of a dividend is not between 0 and 1");
        }
        return DividendAmount.of(value, ActionFields.positive("prev_close", close), ActionFields.roundingError(factor));
    }

    private String field(List<String> fields, int column) {
        return fields.get(positions.get(column));
    }

    @Override
    public List<String> notes(List<CorporateAction> actions) {
        return OddRatios.noteOn(actions).stream().toList();
    }
}
