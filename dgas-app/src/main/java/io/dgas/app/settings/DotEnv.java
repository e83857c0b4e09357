package io.dgas.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file as a shell would source it: {@code NAME=value}, {@code export} before it, quotes and comments. No
 * message repeats a line, since it may hold a secret.
 *
 * @param findings lines that are not understood
 */
record DotEnv(Path file, Map<String, String> variables, List<Finding> findings) {

    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
    private static final Pattern PLAIN = Pattern.compile("([^'\"]*?)(?:\\s+#.*)?");

    /** Reads the file; one that is not there holds nothing. */
    static DotEnv read(Path file) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (String line : lines(file, findings)) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#") && !add(stripped, variables)) {
                findings.add(new Finding(new Place(file.toString(), number, 1), "expected NAME=value"));
            }
        }
        return new DotEnv(file, Map.copyOf(variables), List.copyOf(findings));
    }

    private static List<String> lines(Path file, List<Finding> findings) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            findings.add(new Finding(Place.of(file.toString()), "cannot be read as UTF-8 text: " + e));
            return List.of();
        }
    }

    private static boolean add(String line, Map<String, String> variables) {
        Matcher assignment = LINE.matcher(line);
        if (!assignment.matches()) {
            return false;
        }
        Optional<String> value = value(assignment.group(2).strip());
        value.ifPresent(text -> variables.put(assignment.group(1), text));
        return value.isPresent();
    }

    private static Optional<String> value(String written) {
        Matcher single = SINGLE_QUOTED.matcher(written);
        if (single.matches()) {
            return Optional.of(single.group(1));
        }
        Matcher quoted = DOUBLE_QUOTED.matcher(written);
        if (quoted.matches()) {
            return Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        Matcher plain = PLAIN.matcher(written);
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    /** A warning when others than the owner may read a file that holds variables. */
    Optional<String> warning() {
        SecretFile secrets = secrets();
        return secrets.isExposed()
                ? Optional.of("warning: " + file + " can be read by other users; " + secrets.mend())
                : Optional.empty();
    }

    SecretFile secrets() {
        return new SecretFile(file, !variables.isEmpty());
    }
}
