package io.dgas.app.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.dgas.app.exit.WorkFailed;
import io.dgas.application.port.in.ImportUniverse.Entry;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a list of symbols: a column {@code symbol} and, if wanted, {@code name}, {@code exchange} and {@code since}, in any
 * order. Read wholly or not at all.
 */
public final class CsvSymbols {

    private static final Set<String> SYMBOL = Set.of("symbol", "ticker", "code");
    private static final Set<String> NAME = Set.of("name", "security", "company");
    private static final Set<String> EXCHANGE = Set.of("exchange");
    private static final Set<String> SINCE = Set.of("since", "date added", "date_added");

    private final CsvFile file;
    private final List<CsvRecord> rows = new ArrayList<>();

    private CsvSymbols(CsvFile file) {
        this.file = file;
    }

    /**
     * The symbols in the file's order, each once.
     *
     * @throws WorkFailed naming the file, and the line that is not understood
     */
    public static List<Entry> read(CsvFile file) {
        try {
            return new CsvSymbols(file).entries();
        } catch (CsvFileException refused) {
            throw new WorkFailed(file.name() + ": " + refused.reason(), refused);
        }
    }

    private List<Entry> entries() {
        CsvText.read(file.path(), CsvRecordHandler.of(), rows::add);
        if (rows.isEmpty()) {
            throw new CsvFileException(CsvText.EMPTY);
        }
        Columns columns = columns(rows.getFirst().getFields());
        Map<Instrument, Long> seen = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            Entry entry = entry(row, columns);
            Long before = seen.putIfAbsent(entry.instrument(), row.getStartingLineNumber());
            if (before != null) {
                throw refused(row, entry.instrument() + " is in line " + before + " already");
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw new CsvFileException("the file has a header line and no symbol");
        }
        return entries;
    }

    /** Where the columns are; -1 where a column is not there. */
    private record Columns(int symbol, int name, int exchange, int since, int width) {}

    private static Columns columns(List<String> header) {
        List<String> names =
                ActionFields.names(header.stream().map(String::strip).toList());
        Columns columns = new Columns(
                column(names, SYMBOL),
                column(names, NAME),
                column(names, EXCHANGE),
                column(names, SINCE),
                names.size());
        if (columns.symbol() < 0) {
            throw new CsvFileException("column symbol is missing; the file has " + String.join(", ", names)
                    + "; expected symbol and, if wanted, name, exchange, since");
        }
        return columns;
    }

    private static int column(List<String> names, Set<String> titles) {
        int[] found = IntStream.range(0, names.size())
                .filter(column -> titles.contains(names.get(column)))
                .toArray();
        if (found.length > 1) {
            throw new CsvFileException("columns " + names.get(found[0]) + " and " + names.get(found[1])
                    + " say the same; expected one of them");
        }
        return found.length == 0 ? -1 : found[0];
    }

    private Entry entry(CsvRecord row, Columns columns) {
        if (row.getFieldCount() != columns.width()) {
            throw refused(
                    row,
                    "the row has " + row.getFieldCount() + " fields; expected " + columns.width()
                            + " as in the header");
        }
        try {
            return new Entry(
                    instrument(row.getField(columns.symbol())),
                    text(row, columns.name()),
                    text(row, columns.exchange()),
                    text(row, columns.since()).map(CsvSymbols::date));
        } catch (IllegalArgumentException wrong) {
            throw refused(row, String.valueOf(wrong.getMessage()));
        }
    }

    /** Many lists write a class of shares with a hyphen. */
    private static Instrument instrument(String text) {
        return Instrument.parse(text.strip().replaceFirst("^(\\p{Alpha}{1,5})-(\\p{Alpha})$", "$1.$2"));
    }

    private static LocalDate date(String text) {
        return ActionFields.date(text);
    }

    private static Optional<String> text(CsvRecord row, int column) {
        return column < 0 || row.getField(column).isBlank()
                ? Optional.empty()
                : Optional.of(row.getField(column).strip());
    }

    private static CsvFileException refused(CsvRecord row, String why) {
        return new CsvFileException("line " + row.getStartingLineNumber() + ": " + why);
    }
}
