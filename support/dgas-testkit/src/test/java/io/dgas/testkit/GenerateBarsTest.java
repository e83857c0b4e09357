package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateBarsTest {

    @TempDir
    Path folder;

    @Test
    void writesAFileForEachSymbolInTheLayoutOfTheImport() throws IOException {
        Path made = folder.resolve("made");
        String said = run(made.toString(), "--symbols", "3", "--years", "1", "--seed", "7");
        assertThat(said)
                .isEqualTo("wrote 3 files of 251 sessions of 1d bars to " + made + ": generated, not recorded\n");
        assertThat(names(made)).containsExactly("GEN001.csv", "GEN002.csv", "GEN003.csv");
        List<String> lines = Files.readAllLines(made.resolve("GEN002.csv"));
        assertThat(lines).hasSize(252).first().isEqualTo("symbol,timestamp,open,high,low,close,volume");
        assertThat(lines.get(1)).startsWith("GEN002,2025-10-31T13:30:00Z,");
        assertThat(lines.getLast()).startsWith("GEN002,2026-10-30T13:30:00Z,");
    }

    @Test
    void writesTheSameForTheSameSeedAndSomethingElseForAnother() throws IOException {
        run(folder.resolve("a").toString(), "--symbols", "2", "--years", "1", "--seed", "7");
        run(folder.resolve("b").toString(), "--years", "1", "--seed", "7", "--symbols", "1");
        run(folder.resolve("c").toString(), "--symbols", "1", "--years", "1", "--seed", "8");
        Path file = folder.resolve("a/GEN001.csv");
        assertThat(folder.resolve("b/GEN001.csv")).hasSameBinaryContentAs(file);
        assertThat(Files.mismatch(folder.resolve("c/GEN001.csv"), file)).isNotEqualTo(-1);
        assertThat(Files.readString(folder.resolve("a/GEN002.csv")).replace("GEN002", "GEN001"))
                .isNotEqualTo(Files.readString(file));
    }

    @Test
    void barsWithinTheDayEndWithTheirSession() throws IOException {
        run(folder.toString(), "--symbols", "1", "--years", "1", "--interval", "30m");
        List<String> lines = Files.readAllLines(folder.resolve("GEN001.csv"));
        assertThat(lines.stream().filter(line -> line.startsWith("GEN001,2026-10-30T")))
                .hasSize(13)
                .last()
                .asString()
                .startsWith("GEN001,2026-10-30T19:30:00Z,");
        assertThat(lines.stream().filter(line -> line.startsWith("GEN001,2025-11-28T")))
                .as("the day after Thanksgiving, which ends at 13:00")
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--symbols 0 | --symbols 0 is not a whole number from 1 to 999; expected DIR [--symbols N] [--years Y] [--interval I] [--seed S]",
                "--years x | --years x is not a whole number from 1 to 28; expected DIR [--symbols N] [--years Y] [--interval I] [--seed S]",
                "--interval 1w | --interval 1w is longer than a day; expected DIR [--symbols N] [--years Y] [--interval I] [--seed S]",
                "--day 1 | option --day does not exist; expected DIR [--symbols N] [--years Y] [--interval I] [--seed S]",
                "--years | expected DIR [--symbols N] [--years Y] [--interval I] [--seed S]",
            })
    void refusesOtherArguments(String options, String message) {
        String[] arguments = Stream.concat(Stream.of("made"), Stream.of(options.split(" ", -1)))
                .toArray(String[]::new);
        assertThatThrownBy(() -> run(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static String run(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GenerateBars.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
