package io.dgas.app.csv;

import io.dgas.application.recorded.RecordedRows;
import io.dgas.domain.market.Instrument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one file, apart by instrument; remembers the last symbol, since rows mostly come in blocks. */
final class RowsBySymbol {

    private final String file;
    private final Map<Instrument, RecordedRows> rows = new LinkedHashMap<>();
    private String currentText = "";
    private RecordedRows current;

    RowsBySymbol(String file) {
        this.file = file;
        this.current = new RecordedRows(file, new Instrument("NONE"));
    }

    boolean isCurrent(char[] text, int offset, int length) {
        if (length != currentText.length() || length == 0) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (text[offset + at] != currentText.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Makes the instrument current that the file writes as {@code text}. */
    void select(String text, Instrument instrument) {
        currentText = text;
        current = rows.computeIfAbsent(instrument, key -> new RecordedRows(file, key));
    }

    RecordedRows current() {
        return current;
    }

    List<RecordedRows> all() {
        return List.copyOf(rows.values());
    }
}
