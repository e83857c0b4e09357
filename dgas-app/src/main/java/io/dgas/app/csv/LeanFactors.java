package io.dgas.app.csv;

import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * QuantConnect Lean's factor files: rows {@code date,price factor,split factor,reference close} without a header, oldest
 * first. The factors of a row take prices up to and including its date to today's; so what lies between a row and the next
 * happened on the first session after the row's date.
 *
 * <ul>
 *   <li>split: new shares for one old are the next row's split factor over this one's, taken to the nearest simple ratio
 *       ({@link SimpleRatio});
 *   <li>dividend: the fraction {@code 1 - price factor / next price factor} of the reference close, which is the close on
 *       the row's date ({@link DividendAmount}).
 * </ul>
 */
final class LeanFactors implements ActionLayout {

    private static final int WIDTH = 4;
    private static final int PRICE = 1;
    private static final int SPLIT = 2;
    private static final int CLOSE = 3;

    private final ActionSource source;
    private final Instrument instrument;

    LeanFactors(ActionSource source, Instrument instrument) {
        this.source = source;
        this.instrument = instrument;
    }

    /** Whether a file begins with a row of this layout. */
    static boolean isRow(List<String> fields) {
        return fields.size() == WIDTH && fields.getFirst().matches("[0-9]{8}");
    }

    /**
     * The instrument that a file's name names: {@code aapl_factor.csv}, {@code aapl.csv}.
     *
     * @throws IllegalArgumentException when it is no ticker
     */
    static Instrument instrumentOf(String fileName) {
        String stem = fileName.replaceFirst("\\.[^.]*$", "");
        return Instrument.parse(stem.replaceFirst("_factor$", ""));
    }

    @Override
    public int headerRows() {
        return 0;
    }

    @Override
    public List<CorporateAction> actionsOf(List<List<String>> rows, int row) {
        checkWidth(rows.get(row));
        LocalDate date = ActionFields.basicDate(rows.get(row).getFirst());
        if (row == rows.size() - 1) {
            return List.of();
        }
        List<String> next = rows.get(row + 1);
        checkWidth(next);
        if (!ActionFields.basicDate(next.getFirst()).isAfter(date)) {
            throw new IllegalArgumentException("date " + next.getFirst() + " of the row after it is not after "
                    + rows.get(row).getFirst());
        }
        return between(rows.get(row), next, date);
    }

    private static void checkWidth(List<String> fields) {
        if (fields.size() != WIDTH) {
            throw new IllegalArgumentException("the row has " + fields.size() + " fields; expected " + WIDTH
                    + ": date, price factor, split factor, reference close");
        }
    }

    private List<CorporateAction> between(List<String> fields, List<String> next, LocalDate date) {
        List<CorporateAction> actions = new ArrayList<>();
        double ratio = ratio(fields, next);
        double fraction = fraction(fields, next);
        if (ratio == 1 && fraction == 1) {
            return actions;
        }
        Session session = source.calendar().sessionAfter(date);
        if (ratio != 1) {
            actions.add(new Split(instrument, session.date(), session.open(), ratio));
        }
        if (fraction != 1) {
            double amount = DividendAmount.of(fraction, close(fields), error(fields, next));
            actions.add(new CashDividend(instrument, session.date(), session.open(), amount));
        }
        return actions;
    }

    private static double ratio(List<String> fields, List<String> next) {
        return SimpleRatio.near(ActionFields.positive("split factor", next.get(SPLIT))
                / ActionFields.positive("split factor", fields.get(SPLIT)));
    }

    /** What is left of the price after the dividend; 1 without one. */
    private static double fraction(List<String> fields, List<String> next) {
        double left = ActionFields.positive("price factor", fields.get(PRICE))
                / ActionFields.positive("price factor", next.get(PRICE));
        if (left > 1) {
            throw new IllegalArgumentException("price factor " + fields.get(PRICE) + " is above " + next.get(PRICE)
                    + " of the row after it; factors rise with time");
        }
        return left;
    }

    private static double close(List<String> fields) {
        return ActionFields.positive("reference close", fields.get(CLOSE));
    }

    /** Both factors are rounded, and what is lost weighs more the smaller they are. */
    private static double error(List<String> fields, List<String> next) {
        double lost = ActionFields.roundingError(fields.get(PRICE)) + ActionFields.roundingError(next.get(PRICE));
        return lost / ActionFields.positive("price factor", next.get(PRICE));
    }

    @Override
    public List<String> notes(List<CorporateAction> actions) {
        List<String> notes = new ArrayList<>();
        notes.add("read as factors of " + instrument);
        OddRatios.noteOn(actions).ifPresent(notes::add);
        return notes;
    }
}
