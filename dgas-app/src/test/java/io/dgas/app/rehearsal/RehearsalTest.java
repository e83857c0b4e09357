package io.dgas.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.output.Output;
import io.dgas.postgres.server.ThrowawayPostgres;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal ends when a command of it fails; whether each did its work shows in what it printed. */
class RehearsalTest {

    @TempDir
    Path folder;

    private final StringWriter results = new StringWriter();
    private final StringWriter notes = new StringWriter();

    @Test
    void doesWhatUsersDo() throws IOException {
        ThrowawayPostgres server = ThrowawayPostgres.shared();
        Rehearsal rehearsal = new Rehearsal(folder, new Output(results, notes, false));

        rehearsal.runAlone();
        rehearsal.runStored(server.address(), server.createDatabase());

        assertThat(results.toString())
                .contains("Usage: dgas predict", "The settings are valid: built-in defaults")
                .contains("of 40 symbols from 40 files", "imported 1 split and 1 dividend", "40 symbols: ")
                .contains(" issue, ", " 0 no data.");
        assertThat(notes.toString())
                .contains("loaded in ", " ms after start-up")
                .doesNotContain("Exception");
    }

    @Test
    void isWhatTheLauncherNames() throws IOException {
        assertThat(Files.readString(Path.of("..", "dgas"))).contains(Rehearsal.class.getName());
    }
}
