package io.dgas.application.recorded;

import java.util.List;

/**
 * What the reader of one file made of it.
 *
 * @param name as the user gave it
 * @param rowsRead rows of data, those that could not be read included
 * @param rows those that could be read, by instrument
 * @param problems one for each of the others, or one of the whole file
 * @param notes what the user should know although nothing is wrong
 */
public record RecordedFile(
        String name, long rowsRead, List<RecordedRows> rows, List<InputProblem> problems, List<String> notes) {

    public RecordedFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** A file that could not be read at all. */
    public static RecordedFile refused(String name, String reason) {
        return new RecordedFile(name, 0, List.of(), List.of(InputProblem.ofFile(name, reason)), List.of());
    }
}
