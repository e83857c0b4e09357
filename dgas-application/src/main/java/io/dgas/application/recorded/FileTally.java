package io.dgas.application.recorded;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the rows of one file while its bars are assembled. */
final class FileTally {

    private final RecordedFile file;
    private final List<String> notes;
    private long bars;
    private long setAside;
    private long duplicates;
    private boolean unordered;

    FileTally(RecordedFile file) {
        this.file = file;
        this.notes = new ArrayList<>(file.notes());
    }

    void countBar() {
        bars++;
    }

    void countSetAside() {
        setAside++;
    }

    void countDuplicate() {
        duplicates++;
    }

    void noteUnordered() {
        unordered = true;
    }

    void note(String text) {
        notes.add(text);
    }

    FileReport report() {
        if (unordered) {
            notes.add("rows were not in order of time and have been sorted");
        }
        if (file.rowsRead() == 0 && file.problems().isEmpty()) {
            notes.add("the file has a header and no rows");
        }
        long bad = file.rowsRead() - bars - setAside - duplicates;
        return new FileReport(file.name(), file.rowsRead(), bars, setAside, duplicates, bad, notes);
    }
}
