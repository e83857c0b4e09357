package io.dgas.app.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPathsTest {

    @TempDir
    Path start;

    private CsvPaths paths;

    @BeforeEach
    void begin() throws IOException {
        paths = new CsvPaths(start);
        Files.createDirectories(start.resolve("bars/older.csv"));
    }

    @Test
    void findsTheCsvFilesOfAFolderByNameEachOnceAndNoOthers() throws IOException {
        write("bars/b.csv");
        write("bars/a.CSV");
        write("bars/c.txt");
        write("bars/older.csv/d.csv");
        assertThat(paths.files(List.of("bars", "bars/../bars/b.csv")))
                .containsExactly(
                        new CsvFile("bars/a.CSV", start.resolve("bars/a.CSV")),
                        new CsvFile("bars/b.csv", start.resolve("bars/b.csv")));
    }

    @Test
    void takesAnyFileThatIsNamedItself() throws IOException {
        write("bars/c.txt");
        assertThat(paths.files(List.of("bars/c.txt")))
                .containsExactly(new CsvFile("bars/c.txt", start.resolve("bars/c.txt")));
    }

    @Test
    void refusesPathsThatNameNothing() {
        assertThatThrownBy(() -> paths.files(List.of("none.csv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("none.csv: there is no such file or folder");
        assertThatThrownBy(() -> paths.files(List.of("bars")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bars: the folder has no CSV file (*.csv) directly in it");
    }

    private void write(String name) throws IOException {
        Files.writeString(start.resolve(name), "symbol");
    }
}
