package io.dgas.app.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.dgas.application.recorded.InputProblem;
import io.dgas.application.recorded.RecordedAction;
import io.dgas.application.recorded.RecordedActionFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files of corporate actions in any of three layouts, told apart by their first row: the project's own ({@link
 * ActionTable}), Lean's factor files ({@link LeanFactors}) and hints from adjusted prices ({@link PriceHints}).
 */
public final class CsvActions {

    private final CsvFile file;
    private final ActionSource source;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<RecordedAction> actions = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();

    private CsvActions(CsvFile file, ActionSource source) {
        this.file = file;
        this.source = source;
    }

    /** Reads the files in their order. What is wrong in them is part of the result. */
    public static List<RecordedActionFile> read(List<CsvFile> files, ActionSource source) {
        return files.stream().map(file -> new CsvActions(file, source).read()).toList();
    }

    private RecordedActionFile read() {
        try {
            CsvText.read(file.path(), CsvRecordHandler.of(), this::keep);
            if (rows.isEmpty()) {
                throw new CsvFileException(CsvText.EMPTY);
            }
            return read(layout());
        } catch (CsvFileException refused) {
            return RecordedActionFile.refused(file.name(), refused.reason());
        }
    }

    private void keep(CsvRecord row) {
        rows.add(row.getFields().stream().map(String::strip).toList());
        lines.add(row.getStartingLineNumber());
    }

    private ActionLayout layout() {
        List<String> first = rows.getFirst();
        if (LeanFactors.isRow(first)) {
            return factors();
        }
        return ActionTable.of(first, source)
                .or(() -> PriceHints.of(first, source))
                .orElseThrow(
                        () -> new CsvFileException("the file does not hold corporate actions; expected the columns "
                                + String.join(", ", ActionTable.COLUMNS) + ", the columns "
                                + String.join(", ", PriceHints.COLUMNS)
                                + " or a Lean factor file; its first row is " + String.join(", ", first)));
    }

    private ActionLayout factors() {
        try {
            return new LeanFactors(
                    source,
                    source.symbol()
                            .orElseGet(() -> LeanFactors.instrumentOf(
                                    String.valueOf(file.path().getFileName()))));
        } catch (IllegalArgumentException noTicker) {
            throw new CsvFileException("the file names no symbol, neither does its name: " + noTicker.getMessage()
                    + ". Name it with --symbol");
        }
    }

    private RecordedActionFile read(ActionLayout layout) {
        for (int row = layout.headerRows(); row < rows.size(); row++) {
            read(layout, row);
        }
        List<String> notes =
                layout.notes(actions.stream().map(RecordedAction::action).toList());
        return new RecordedActionFile(file.name(), rows.size() - layout.headerRows(), actions, problems, notes);
    }

    private void read(ActionLayout layout, int row) {
        long line = lines.get(row);
        try {
            layout.actionsOf(rows, row).forEach(action -> actions.add(new RecordedAction(file.name(), line, action)));
        } catch (IllegalArgumentException refused) {
            problems.add(new InputProblem(file.name(), line, String.valueOf(refused.getMessage())));
        }
    }
}
