package io.dgas.adapter.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.simulator.discord.DiscordSimulator;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Runs with every test of the module: whatever is printed or logged while one runs, and whatever one throws, must not hold
 * a token. Found by JUnit as a service.
 */
public final class SecretScan implements BeforeAllCallback, AfterEachCallback, TestExecutionExceptionHandler {

    /** One that is let out on purpose. */
    static final String PLANTED = "planted.leak.00001";

    /** Each token that a test uses. */
    static final List<String> TOKENS =
            List.of(PLANTED, DiscordSimulator.TOKEN, DiscordSimulator.OTHER_TOKEN, "wrong.token.of.nobody");

    private static final ByteArrayOutputStream SEEN = new ByteArrayOutputStream();
    private static final Logger OURS = Logger.getLogger("io.dgas");
    private static boolean installed;

    @Override
    public void beforeAll(ExtensionContext context) {
        install();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    /** Looks at what came out since the last look. */
    static void check() {
        String seen;
        synchronized (SEEN) {
            seen = SEEN.toString(UTF_8);
            SEEN.reset();
        }
        scan("printed or logged", seen);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        scan("thrown", text.toString());
        throw thrown;
    }

    /** Fails without showing what was found. */
    static void scan(String what, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String token : TOKENS) {
            int at = lower.indexOf(token.toLowerCase(Locale.ROOT));
            if (at >= 0) {
                throw new AssertionError(
                        "a token was " + what + ", after: " + text.substring(Math.max(0, at - 60), at));
            }
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

    /** Takes what the module logs at any level, shown or not. */
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
