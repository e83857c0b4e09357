package io.dgas.application.recorded;

import java.util.List;

/**
 * What the reader of one file of corporate actions made of it.
 *
 * @param name as the user gave it
 * @param rowsRead rows of data, those that could not be read included
 * @param actions in the order of the file
 * @param problems one for each row that cannot be taken, or one of the whole file
 * @param notes what the user should know although nothing is wrong
 */
public record RecordedActionFile(
        String name, long rowsRead, List<RecordedAction> actions, List<InputProblem> problems, List<String> notes) {

    public RecordedActionFile {
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** A file that could not be read at all. */
    public static RecordedActionFile refused(String name, String reason) {
        return new RecordedActionFile(name, 0, List.of(), List.of(InputProblem.ofFile(name, reason)), List.of());
    }
}
