package io.dgas.app.settings;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes the settings file and the list of variables that a new installation begins with. */
public final class SettingsTemplate {

    private static final String HEAD = """
            # Settings of DGAS. Every key is here; one that is left out has its default.
            # ${NAME} and ${NAME:-otherwise} are replaced by environment variables or those of a .env file.
            # Any key is overridden by a variable: DGAS_ and its path in capitals, such as DGAS_DASHBOARD_PORT.
            # Check it with: dgas configure validate --config FILE
            """;

    private static final String VARIABLES_HEAD = """
            # Copy this file to .env, fill it in, and let nobody else read it: chmod 600 .env
            """;

    private static final Set<Character> NEEDS_QUOTES =
            Set.of('*', '@', '&', '!', '%', '`', '"', '\'', '[', '{', '|', '>');

    private final SettingCatalogue catalogue = new SettingCatalogue();

    /** The file with all defaults. */
    public String defaults() {
        return file(key -> key.declared().byDefault());
    }

    /** The file for production: defaults, with the parts that production needs switched on. */
    public String production() {
        return file(key -> key.declared().inProduction().isEmpty()
                ? key.declared().byDefault()
                : key.declared().inProduction());
    }

    /** The variables that hold secrets and places, each with what it is for. */
    public String variables() {
        StringBuilder text = new StringBuilder(VARIABLES_HEAD);
        for (SettingKey key : catalogue.keys()) {
            if (!key.declared().variable().isEmpty()) {
                text.append("\n# ")
                        .append(key.path())
                        .append(": ")
                        .append(key.declared().doc())
                        .append('\n');
                text.append(key.variable()).append("=\n");
            }
        }
        return text + "\n# Where data are kept; without it ~/.local/share/dgas.\n#DGAS_DATA_DIR=/var/lib/dgas\n";
    }

    private String file(Function<SettingKey, String> value) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Map.Entry<String, String> section : catalogue.sections().entrySet()) {
            appendSection(text, section.getKey(), section.getValue());
            catalogue.keys().stream()
                    .filter(key -> key.path().equals(section.getKey() + "." + key.name()))
                    .forEach(key -> append(text, key, value.apply(key)));
        }
        return text.toString();
    }

    private static void appendSection(StringBuilder text, String path, String about) {
        String indent = indent(path);
        text.append(indent.isEmpty() ? "\n" : "")
                .append(indent)
                .append("# ")
                .append(about)
                .append('\n');
        text.append(indent).append(path.substring(path.lastIndexOf('.') + 1)).append(":\n");
    }

    private static void append(StringBuilder text, SettingKey key, String value) {
        String indent = indent(key.path());
        text.append(indent)
                .append("# ")
                .append(key.declared().doc())
                .append(range(key))
                .append('\n');
        text.append(indent)
                .append(key.name())
                .append(": ")
                .append(written(key, value))
                .append('\n');
    }

    private static String range(SettingKey key) {
        if (!key.declared().longest().isEmpty()) {
            return " At most " + key.declared().longest() + ".";
        }
        return key.declared().max() == Double.POSITIVE_INFINITY ? "" : " From " + ValueReader.range(key) + ".";
    }

    private static String written(SettingKey key, String value) {
        if (key.form() == SettingKey.Form.LIST) {
            return "[" + value + "]";
        }
        if (value.isEmpty()) {
            return "${" + key.variable() + ":-}";
        }
        return NEEDS_QUOTES.contains(value.charAt(0)) ? "\"" + value + "\"" : value;
    }

    private static String indent(String path) {
        return "  ".repeat((int) path.chars().filter(c -> c == '.').count());
    }
}
