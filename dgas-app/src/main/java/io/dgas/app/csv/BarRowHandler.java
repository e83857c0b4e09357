package io.dgas.app.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.dgas.app.csv.BarHeader.Column;
import io.dgas.application.recorded.InputProblem;
import io.dgas.application.recorded.RecordedFile;
import io.dgas.application.recorded.RecordedRows;
import io.dgas.domain.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file apart, in the parser's own buffer. Keeps for each row that cannot be read what is wrong. */
final class BarRowHandler extends AbstractBaseCsvCallbackHandler<Void> {

    private final CsvBarSource source;
    private final String file;
    private final List<String> names = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private final TimeText times = new TimeText();
    private final RowsBySymbol rows;
    private final double[] numbers = new double[RecordedRows.WIDTH];
    private @Nullable BarHeader header;
    private @Nullable String problem;
    private long time;
    private long read;

    BarRowHandler(String file, CsvBarSource source) {
        this.file = file;
        this.source = source;
        this.rows = new RowsBySymbol(file);
    }

    @Override
    protected void handleBegin(long line) {
        problem = null;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int start = offset;
        int end = offset + length;
        while (start < end && buffer[start] <= ' ') {
            start++;
        }
        while (end > start && buffer[end - 1] <= ' ') {
            end--;
        }
        if (header == null) {
            names.add(new String(buffer, start, end - start));
        } else if (problem == null && index < header.columns().size()) {
            take(header.columns().get(index), buffer, start, end - start);
        }
    }

    private void take(@Nullable Column column, char[] text, int offset, int length) {
        if (column == null) {
            return;
        }
        switch (column) {
            case SYMBOL -> takeSymbol(text, offset, length);
            case TIMESTAMP -> takeTime(text, offset, length);
            default -> takeNumber(column, text, offset, length);
        }
    }

    private void takeSymbol(char[] text, int offset, int length) {
        if (rows.isCurrent(text, offset, length)) {
            return;
        }
        String symbol = new String(text, offset, length);
        try {
            Instrument found = Instrument.parse(symbol);
            Instrument expected = source.symbol().orElse(found);
            if (found.equals(expected)) {
                rows.select(symbol, found);
            } else {
                problem = "wrong symbol " + found + "; expected " + expected;
            }
        } catch (IllegalArgumentException noTicker) {
            problem = "symbol " + noTicker.getMessage();
        }
    }

    private void takeTime(char[] text, int offset, int length) {
        OptionalLong day = times.date(text, offset, length);
        if (day.isPresent()) {
            takeDate(day.getAsLong());
            return;
        }
        OptionalLong instant = times.instant(text, offset, length);
        if (instant.isPresent()) {
            time = instant.getAsLong();
        } else {
            problem = "time '" + new String(text, offset, length)
                    + "' is not a time in UTC; expected whole seconds such as 2014-06-05T13:30:00Z";
        }
    }

    private void takeDate(long day) {
        try {
            time = source.timeOn(day);
        } catch (IllegalArgumentException refused) {
            problem = refused.getMessage();
        }
    }

    private void takeNumber(Column column, char[] text, int offset, int length) {
        double number = DecimalText.parse(text, offset, length);
        if (Double.isFinite(number)) {
            numbers[column.number()] = number;
        } else {
            problem = length == 0
                    ? column.title() + " is empty; expected a number"
                    : column.title() + " '" + new String(text, offset, length) + "' is not a number";
        }
    }

    @Override
    protected @Nullable Void buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        if (header == null) {
            header = BarHeader.of(names, source.symbol().isPresent());
            if (!header.hasSymbol()) {
                source.symbol().ifPresent(symbol -> rows.select(symbol.symbol(), symbol));
            }
        } else {
            endRow(header);
        }
        return null;
    }

    private void endRow(BarHeader columns) {
        read++;
        if (getFieldCount() != columns.columns().size()) {
            problem = "the row has " + getFieldCount() + " fields; expected "
                    + columns.columns().size() + " as in the header";
        }
        if (problem == null) {
            rows.current().add(getStartingLineNumber(), time, numbers);
        } else {
            problems.add(new InputProblem(file, getStartingLineNumber(), problem));
        }
    }

    /**
     * What was read, once the file has ended.
     *
     * @throws CsvFileException when there was no header
     */
    RecordedFile result() {
        if (header == null) {
            throw new CsvFileException(CsvText.EMPTY);
        }
        return new RecordedFile(file, read, rows.all(), problems, notes(header.ignored()));
    }

    private static List<String> notes(List<String> ignored) {
        return ignored.isEmpty() ? List.of() : List.of("columns not read: " + String.join(", ", ignored));
    }
}
