package io.dgas.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.output.Output;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Folders as demonstrations leave them. */
class LeftoversTest {

    /** No process has so high a number. */
    private static final String GONE = "dgas-demo-999999999-";

    @Test
    void whatAKilledOneLeftGoesAndWhatALivingOneHasStays() throws IOException {
        Path left = Files.createTempDirectory(GONE);
        Files.writeString(left.resolve("dgas.yaml"), "dashboard:");
        try (DemoFolder living = DemoFolder.create()) {
            StringWriter notes = new StringWriter();
            Leftovers.clear(new Output(new StringWriter(), notes, false));
            assertThat(left).doesNotExist();
            assertThat(living.path()).exists();
            assertThat(notes.toString()).contains("removing what a demonstration left behind: " + left);
        }
    }

    @Test
    void otherNamesAreNobodysBusiness() throws IOException {
        Path other = Files.createTempDirectory("dgas-demo-x-");
        try {
            assertThat(DemoFolder.isLeftover(other)).isFalse();
        } finally {
            Files.delete(other);
        }
    }
}
