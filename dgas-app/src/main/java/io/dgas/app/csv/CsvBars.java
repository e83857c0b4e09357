package io.dgas.app.csv;

import io.dgas.application.recorded.RecordedFile;
import java.util.List;

/** Reads files of recorded bars: a header that names the columns, then one row for each bar. */
public final class CsvBars {

    private CsvBars() {}

    /**
     * Reads the files, several at a time, and keeps their order. What is wrong in them is part of the result.
     *
     * @param files as {@link CsvPaths} finds them
     */
    public static List<RecordedFile> read(List<CsvFile> files, CsvBarSource source) {
        return files.parallelStream().map(file -> read(file, source)).toList();
    }

    private static RecordedFile read(CsvFile file, CsvBarSource source) {
        BarRowHandler handler = new BarRowHandler(file.name(), source);
        try {
            CsvText.read(file.path(), handler);
            return handler.result();
        } catch (CsvFileException refused) {
            return RecordedFile.refused(file.name(), refused.reason());
        }
    }
}
