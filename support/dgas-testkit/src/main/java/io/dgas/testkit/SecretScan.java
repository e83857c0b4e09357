package io.dgas.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Runs with every test of a module: whatever is printed or logged while one runs, and whatever one throws, must not hold a
 * secret that the tests use. A module extends it with its own secrets, has JUnit find that as a service and turns on
 * {@code junit.jupiter.extensions.autodetection.enabled}.
 *
 * <p>Heard are standard output, standard error and java.util.logging below {@code io.dgas}, at any level, shown or not.
 */
public abstract class SecretScan implements BeforeAllCallback, AfterEachCallback, TestExecutionExceptionHandler {

    private static final ByteArrayOutputStream SEEN = new ByteArrayOutputStream();
    private static final Logger OURS = Logger.getLogger("io.dgas");
    private static boolean installed;

    private final Pattern secret;

    /** @param secrets all that a test of the module uses, one at least; the case of letters does not count */
    protected SecretScan(List<String> secrets) {
        this.secret =
                Pattern.compile(secrets.stream().map(Pattern::quote).collect(joining("|")), Pattern.CASE_INSENSITIVE);
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        install();
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        check();
    }

    /** Fails when a secret was printed or logged since the last look at it. */
    public final void check() {
        String seen;
        synchronized (SEEN) {
            seen = SEEN.toString(UTF_8);
            SEEN.reset();
        }
        scan("printed or logged", seen);
    }

    @Override
    public final void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        scan(thrown);
        throw thrown;
    }

    /** Fails when a secret stands in what is thrown, in one of its causes or in what they suppressed. */
    final void scan(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        scan("thrown", text.toString());
    }

    /**
     * Fails when a secret stands in a text, without showing it.
     *
     * @param what became of the text, for the message: {@code told}
     */
    public final void scan(String what, String text) {
        Matcher first = secret.matcher(text);
        if (first.find()) {
            throw new AssertionError("a secret was " + what + ", after: "
                    + text.substring(Math.max(0, first.start() - 60), first.start()));
        }
    }

    private static synchronized void install() {
        if (installed) {
            return;
        }
        installed = true;
        System.setOut(copying(System.out));
        System.setErr(copying(System.err));
        OURS.setLevel(Level.ALL);
        OURS.addHandler(new Listening());
    }

    private static PrintStream copying(PrintStream original) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        note(new byte[] {(byte) one});
                        original.write(one);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        note(Arrays.copyOfRange(bytes, from, from + length));
                        original.write(bytes, from, length);
                    }
                },
                true,
                UTF_8);
    }

    private static void note(byte[] bytes) {
        synchronized (SEEN) {
            SEEN.writeBytes(bytes);
        }
    }

    /** Takes what is logged at any level, shown or not. */
    private static final class Listening extends Handler {

        private final SimpleFormatter form = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            note(form.format(entry).getBytes(UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
