package io.dgas.app.output;

/**
 * A column of a {@link Table}.
 *
 * @param isNumeric whether its cells are set to the right
 */
public record Column(String title, boolean isNumeric) {

    public static Column text(String title) {
        return new Column(title, false);
    }

    public static Column number(String title) {
        return new Column(title, true);
    }
}
