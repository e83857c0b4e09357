package io.dgas.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.app.exit.WorkFailed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void resultsAndNotesGoTheirOwnWays() {
        StringWriter results = new StringWriter();
        StringWriter notes = new StringWriter();
        Output output = new Output(results, notes, false);

        output.line("result");
        output.note("note with postgresql://me:pw@host/db");

        assertThat(results).hasToString("result\n");
        assertThat(notes).hasToString("note with postgresql://me:***@host/db\n");
    }

    @Test
    void readerThatLeftIsNotAFailure() {
        Output output = new Output(failing("Broken pipe"), new StringWriter(), false);

        assertThatThrownBy(() -> output.line("x")).isInstanceOf(ReaderGone.class);
    }

    @Test
    void fullDiskIsAFailure() {
        Output output = new Output(failing("No space left on device"), new StringWriter(), false);

        assertThatThrownBy(() -> output.line("x"))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("cannot write the result: No space left on device");
    }

    private static Writer failing(String message) {
        return new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
