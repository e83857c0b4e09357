package io.dgas.domain.bar;

import io.dgas.domain.RecordedCsv;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recorded factor files as splits and dividends, and actions for tests. */
final class Actions {

    private Actions() {}

    /** One line of a factor file: the factors of prices up to this date, and the close on it. */
    private record Factors(LocalDate last, double price, double split, double close) {
        static Factors parse(String line) {
            String[] cells = line.split(",", -1);
            return new Factors(
                    LocalDate.parse(cells[0], DateTimeFormatter.BASIC_ISO_DATE),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]));
        }
    }

    /** A factor file holds factors up to and with a date: an action's ex-date is the session after it. */
    static List<CorporateAction> recorded(String symbol) {
        List<Factors> rows =
                RecordedCsv.lines("corporate_actions/" + symbol.toLowerCase(Locale.ROOT) + "_factor.csv").stream()
                        .map(Factors::parse)
                        .toList();
        List<CorporateAction> actions = new ArrayList<>();
        for (int row = 0; row + 1 < rows.size(); row++) {
            add(actions, new Instrument(symbol), rows.subList(row, row + 2));
        }
        return actions;
    }

    private static void add(List<CorporateAction> actions, Instrument instrument, List<Factors> pair) {
        Factors before = pair.get(0);
        Factors after = pair.get(1);
        if (before.split() != after.split()) {
            actions.add(split(instrument, sessionAfter(before), rounded(after.split() / before.split())));
        }
        if (before.price() != after.price()) {
            double amount = before.close() * (1 - before.price() / after.price());
            actions.add(dividend(instrument, sessionAfter(before), amount));
        }
    }

    /** The files give factors to eight digits; splits are in small numbers. */
    private static double rounded(double ratio) {
        return Math.rint(ratio) >= 2 ? Math.rint(ratio) : ratio;
    }

    private static Session sessionAfter(Factors factors) {
        return Bars.NYSE.sessionAfter(factors.last());
    }

    static Split split(Instrument instrument, Session session, double ratio) {
        return new Split(instrument, session.date(), session.open(), ratio);
    }

    static CashDividend dividend(Instrument instrument, Session session, double amount) {
        return new CashDividend(instrument, session.date(), session.open(), amount);
    }

    static Instant open(String date) {
        return Bars.NYSE.sessionOn(LocalDate.parse(date)).orElseThrow().open();
    }
}
