package io.dgas.application.recorded;

import java.util.Comparator;

/**
 * Why a row of a file, or a whole file, cannot be taken.
 *
 * @param file its name as the user gave it
 * @param line 1 for the first; 0 when the whole file is meant
 * @param text what is wrong, with the value, and what would be right
 */
public record InputProblem(String file, long line, String text) implements Comparable<InputProblem> {

    private static final Comparator<InputProblem> BY_PLACE =
            Comparator.comparing(InputProblem::file).thenComparingLong(InputProblem::line);

    /** A problem of the file as a whole. */
    public static InputProblem ofFile(String file, String text) {
        return new InputProblem(file, 0, text);
    }

    /** Where it is: the file, and the line when one is meant. */
    public String place() {
        return line == 0 ? file : file + " line " + line;
    }

    @Override
    public int compareTo(InputProblem other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        return place() + ": " + text;
    }
}
