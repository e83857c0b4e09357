package io.dgas.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    private void log(String name, String text, int minute) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(60L * minute)));
    }

    @Test
    void theFileWrittenLastComesFirst() throws IOException {
        log("scheduler.log", "older\n", 1);
        log("dgas.log", "newer\nnewest\n", 2);
        log("dgas.out", "not a log\n", 3);

        assertThat(new LogTail(folder).lines())
                .containsExactly("== dgas.log", "newer", "newest", "== scheduler.log", "older");
    }

    @Test
    void ofALongFileTheEndIsShownInWholeLines() throws IOException {
        String text = IntStream.range(0, 20_000)
                .mapToObj(number -> "line " + number + " äöü")
                .collect(Collectors.joining("\n", "", "\n"));
        log("dgas.log", text, 1);

        List<String> lines = new LogTail(folder).lines();
        assertThat(lines).hasSize(61).last().isEqualTo("line 19999 äöü");
        assertThat(lines.get(1)).isEqualTo("line 19940 äöü");
    }

    @Test
    void aLineLongerThanWhatIsReadIsNotShownInPart() throws IOException {
        log("dgas.log", "x".repeat(100_000) + "\nshort\n", 1);

        assertThat(new LogTail(folder).lines()).containsExactly("== dgas.log", "short");
    }

    @Test
    void secretsAreHidden() throws IOException {
        log("dgas.log", "GET /eod?api_token=5f3e8c.12345678&fmt=json\n", 1);

        assertThat(new LogTail(folder).lines()).containsExactly("== dgas.log", "GET /eod?api_token=***&fmt=json");
    }

    @Test
    void whereThereIsNoFolderThereIsNothing() {
        assertThat(new LogTail(folder.resolve("log")).lines()).isEmpty();
    }
}
