package io.dgas.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void theDocumentHasARowOfEach() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("..", "docs", "fault-matrix.md")).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2, line.indexOf(" | ", 2)))
                .skip(1)
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Stream.of(Fault.values()).map(Fault::title).toList());
    }
}
