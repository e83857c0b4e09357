package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Lines of the ledger as columns for a statement.
 *
 * @param symbols tickers
 * @param codes of the timeframes
 * @param dates of the sessions
 */
record LedgerLines(String[] symbols, String[] codes, LocalDate[] dates) {

    static <T> LedgerLines of(List<T> rows, Function<T, SymbolSession> line) {
        List<SymbolSession> lines = rows.stream().map(line).toList();
        return new LedgerLines(
                lines.stream().map(one -> one.instrument().symbol()).toArray(String[]::new),
                lines.stream().map(one -> one.timeframe().code()).toArray(String[]::new),
                lines.stream().map(SymbolSession::date).toArray(LocalDate[]::new));
    }

    /** Scopes that hold all of these lines, one for each timeframe. */
    static <T> List<LedgerScope> scopes(List<T> rows, Function<T, SymbolSession> line) {
        Map<Timeframe, Bounds> bounds = new EnumMap<>(Timeframe.class);
        for (T row : rows) {
            bounds.computeIfAbsent(line.apply(row).timeframe(), any -> new Bounds())
                    .add(line.apply(row));
        }
        return bounds.entrySet().stream()
                .map(entry -> entry.getValue().scope(entry.getKey()))
                .toList();
    }

    private static final class Bounds {
        private final Set<Instrument> instruments = new HashSet<>();
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;

        void add(SymbolSession line) {
            instruments.add(line.instrument());
            first = line.date().isBefore(first) ? line.date() : first;
            last = line.date().isAfter(last) ? line.date() : last;
        }

        LedgerScope scope(Timeframe timeframe) {
            return LedgerScope.of(timeframe, new DateRange(first, last), instruments);
        }
    }
}
