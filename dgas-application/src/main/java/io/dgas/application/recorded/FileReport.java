package io.dgas.application.recorded;

import java.util.List;

/**
 * What became of the rows of one file: {@code rows = bars + setAside + duplicates + bad}.
 *
 * @param file its name as the user gave it
 * @param rows rows of data
 * @param bars taken
 * @param setAside outside regular hours: nothing wrong with them, but no bars of a session
 * @param duplicates the same again, in this file or one before it
 * @param bad refused, each with a problem of its own
 * @param notes what the user should know although nothing is wrong
 */
public record FileReport(
        String file, long rows, long bars, long setAside, long duplicates, long bad, List<String> notes) {

    public FileReport {
        notes = List.copyOf(notes);
    }
}
