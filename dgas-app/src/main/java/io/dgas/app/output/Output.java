package io.dgas.app.output;

import io.dgas.app.environment.Environment;
import io.dgas.app.exit.WorkFailed;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The two streams of a command, UTF-8 whatever the locale: results on one, everything about the run on the other. */
public final class Output {

    private final Writer results;
    private final Writer notes;
    private final boolean coloured;

    public Output(Writer results, Writer notes, boolean coloured) {
        this.results = results;
        this.notes = notes;
        this.coloured = coloured;
    }

    /** Standard output and standard error; coloured on a terminal unless {@code NO_COLOR} is set. */
    public static Output ofProcess(Environment environment) {
        return new Output(stream(FileDescriptor.out), stream(FileDescriptor.err), isColoured(environment));
    }

    private static Writer stream(FileDescriptor descriptor) {
        return new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
    }

    private static boolean isColoured(Environment environment) {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && environment.variable("NO_COLOR").isEmpty()
                && !environment.variable("TERM").orElse("dumb").equals("dumb");
    }

    /** Whether colours and progress that overwrites itself are wanted. */
    public boolean isColoured() {
        return coloured;
    }

    /** One line of the result. */
    public void line(String text) {
        text(text + "\n");
    }

    /** A part of the result as it is. */
    public void text(String text) {
        try {
            results.write(text);
            results.flush();
        } catch (IOException e) {
            throw closedOrFailed(e);
        }
    }

    /** The result as a table for reading. */
    public void table(Table table) {
        text(table.render());
    }

    /** The result as JSON; see {@link Json}. */
    public void json(Object value) {
        text(Json.render(value));
    }

    /** A line about the run, not part of its result: progress, a warning, a problem. */
    public void note(String text) {
        try {
            notes.write(Redaction.of(text) + "\n");
            notes.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException closedOrFailed(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe")
                ? new ReaderGone(e)
                : new WorkFailed("cannot write the result: " + message, e);
    }
}
