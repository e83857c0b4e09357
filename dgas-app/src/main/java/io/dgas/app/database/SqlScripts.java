package io.dgas.app.database;

import io.dgas.app.environment.Environment;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The SQL that a command line gives by {@code -c} and {@code -f}, else standard input. */
final class SqlScripts {

    private final Environment environment;
    private final List<String> arguments;

    SqlScripts(Environment environment, List<String> arguments) {
        this.environment = environment;
        this.arguments = arguments;
    }

    List<String> read() {
        List<String> scripts = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            boolean isKnown = option.equals("-c") || option.equals("-f");
            if (!isKnown || !rest.hasNext()) {
                throw new UsageProblem("without psql '" + option
                        + "' is not understood; expected -c SQL, -f FILE, or SQL on standard input");
            }
            scripts.add(option.equals("-c") ? rest.next() : file(rest.next()));
        }
        return scripts.isEmpty() ? List.of(standardInput()) : scripts;
    }

    private String file(String name) {
        try {
            return Files.readString(environment.resolve(name));
        } catch (IOException e) {
            throw new WorkFailed("cannot read " + name + ": " + e, e);
        }
    }

    private static String standardInput() {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            throw new UsageProblem("without psql, give SQL by -c or -f, or on standard input");
        }
        try (InputStream input = new FileInputStream(FileDescriptor.in)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WorkFailed("cannot read standard input: " + e, e);
        }
    }
}
