package io.dgas.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.output.Output;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsoleNotifierTest {

    private static final Instant NOW = Instant.parse("2016-12-01T21:00:05Z");

    private final StringWriter out = new StringWriter();
    private final ConsoleNotifier console = new ConsoleNotifier(new Output(out, new StringWriter(), false));

    @Test
    void printsASignalOnOneLine() {
        assertThat(console.send(Notices.one("AAPL", "exceeds a far area"))).isEqualTo(new Sending.Delivered(""));
        assertThat(out)
                .hasToString("AAPL LONG entry 109.49, stop 107.00, target 113.50, confidence 0.71, strength 0.65,"
                        + " completed 2016-12-01T21:00:00Z: exceeds a far area"
                        + " [AAPL 1d 2016-12-01T21:00:00Z LONG EXHAUST]\n");
    }

    @Test
    void printsADigestLineByLine() {
        console.send(Notices.digest("AAPL", "IBM", "MSFT"));
        assertThat(out.toString().lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("3 signals for 2016-12-01T21:00:00Z");
        assertThat(out.toString().lines().skip(1))
                .allMatch(line -> line.startsWith("  ") && line.contains(" LONG entry "));
    }

    @Test
    void nothingInANoticeBeginsALineOrMovesTheCursor() {
        console.send(Notices.one("AAPL", "a\nb\r\u001b[2Jc\u2028d\u0085e"));
        assertThat(out.toString()).hasLineCount(1).doesNotContain("\u001b", "\r", "\u2028", "\u0085");
    }

    /** What an earlier process printed is not on this one's output, so that a crash may cost a repeat, never a notice. */
    @Test
    void knowsWhatItPrintedItselfAndNothingElse() {
        console.send(Notices.one("AAPL", "any"));
        assertThat(console.find(Notices.id("AAPL"), NOW)).isInstanceOf(ReadBack.Found.class);
        assertThat(console.find(Notices.id("IBM"), NOW)).isInstanceOf(ReadBack.Absent.class);
        assertThat(console.repeatsKnownFor()).isEqualTo(Duration.ZERO);
        assertThat(console.channel()).isEqualTo(new Channel("console", "")).hasToString("console");
    }

    @Test
    void anOutputThatNobodyReadsIsClosedAndABrokenOneTellsNothing() {
        assertThat(failing("Broken pipe").send(Notices.one("AAPL", "any"))).isInstanceOf(Sending.Closed.class);
        ConsoleNotifier full = failing("No space left on device");
        assertThat(full.send(Notices.one("AAPL", "any"))).isInstanceOf(Sending.Unknown.class);
        assertThat(full.find(Notices.id("AAPL"), NOW)).isInstanceOf(ReadBack.Absent.class);
    }

    private static ConsoleNotifier failing(String why) {
        return new ConsoleNotifier(new Output(
                new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) throws IOException {
                        throw new IOException(why);
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                },
                new StringWriter(),
                false));
    }
}
