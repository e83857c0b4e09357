package io.dgas.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with its references to variables replaced: {@code ${NAME}} and {@code ${NAME:-otherwise}}. Two dollar signs
 * before a brace stand for one that begins no reference.
 *
 * @param missing variables that are not set and have no alternative
 */
record Expansion(String text, List<String> missing) {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}|(\\$\\{)");

    /** Whether a text is the name of one variable and nothing besides, with no alternative but nothing. */
    static boolean isOneVariable(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches()
                && reference.group(1) != null
                && (reference.group(2) == null || reference.group(2).isEmpty());
    }

    /** @throws IllegalArgumentException when a reference is not closed or not named */
    static Expansion of(String text, Variables variables) {
        List<String> missing = new ArrayList<>();
        StringBuilder expanded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            reference.appendReplacement(expanded, Matcher.quoteReplacement(value(reference, variables, missing)));
        }
        return new Expansion(reference.appendTail(expanded).toString(), List.copyOf(missing));
    }

    private static String value(Matcher reference, Variables variables, List<String> missing) {
        if (reference.group(3) != null) {
            throw new IllegalArgumentException(
                    "a variable is written ${NAME} or ${NAME:-otherwise}; $${ is a plain ${");
        }
        String name = reference.group(1);
        if (name == null) {
            return "${";
        }
        String otherwise = reference.group(2);
        return variables.find(name).map(Variables.Variable::value).orElseGet(() -> {
            if (otherwise == null) {
                missing.add(name);
            }
            return otherwise == null ? "" : otherwise;
        });
    }
}
