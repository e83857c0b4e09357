package io.dgas.application.recorded;

import java.util.List;

/**
 * What one file of corporate actions held.
 *
 * @param file its name as the user gave it
 * @param rows rows of data
 * @param actions found in them
 * @param duplicates of these, said before in this file or one before it
 * @param notes what the user should know although nothing is wrong
 */
public record ActionFileReport(String file, long rows, long actions, long duplicates, List<String> notes) {

    public ActionFileReport {
        notes = List.copyOf(notes);
    }
}
