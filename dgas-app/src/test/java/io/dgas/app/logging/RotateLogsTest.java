package io.dgas.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that rotates what services do not roll themselves. */
class RotateLogsTest {

    private static final Path SCRIPT =
            Path.of("..", "scripts", "rotate_logs.sh").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private Path folder;

    private record Ended(int code, String said) {}

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectories(home.resolve("my data/log"));
    }

    private Ended rotate(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "DGAS_DATA_DIR",
                        home.resolve("my data").toString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String unpacked(String name) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve(name)))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(int number) {
        return ("line " + number + " ").repeat(200) + "\n";
    }

    @Test
    void itsWriterGoesOnAndTheNewestAreKept() throws Exception {
        Path log = folder.resolve("dgas_data_collection.log");
        try (OutputStream writer =
                Files.newOutputStream(log, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND)) {
            for (int number = 1; number <= 4; number++) {
                writer.write(line(number).getBytes(StandardCharsets.UTF_8));
                assertThat(rotate(folder.toString(), "2", "1")).isEqualTo(new Ended(0, ""));
            }
            writer.write("the last".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(files())
                .containsExactly(
                        "dgas_data_collection.log", "dgas_data_collection.log.1.gz", "dgas_data_collection.log.2.gz");
        assertThat(unpacked("dgas_data_collection.log.1.gz")).isEqualTo(line(4));
        assertThat(unpacked("dgas_data_collection.log.2.gz")).isEqualTo(line(3));
        assertThat(log).hasContent("the last");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("dgas_data_collection.log.1.gz"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsSmallOrRolledByItsServiceOrSomebodyElsesIsLeftAlone() throws Exception {
        for (String name : List.of("dgas_small.log", "scheduler.log", "notes.txt")) {
            Files.writeString(folder.resolve(name), name.contains("small") ? "x" : line(1));
        }
        for (String name : List.of("health_check.log", "scheduler.out")) {
            Files.writeString(folder.resolve(name), line(1).repeat(1024));
        }

        assertThat(rotate()).isEqualTo(new Ended(0, ""));

        assertThat(files())
                .containsExactly(
                        "dgas_small.log",
                        "health_check.log",
                        "health_check.log.1.gz",
                        "notes.txt",
                        "scheduler.log",
                        "scheduler.out",
                        "scheduler.out.1.gz");
        assertThat(folder.resolve("health_check.log")).isEmptyFile();
        assertThat(folder.resolve("scheduler.log")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-1", "07"})
    void aNumberThatIsNoneIsNamed(String keep) throws Exception {
        assertThat(rotate(folder.toString(), keep).said())
                .startsWith("rotating the logs failed: '" + keep + "' is not a number of 1 or more; usage: ");
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        assertThat(rotate("none")).isEqualTo(new Ended(1, "rotating the logs failed: there is no folder none\n"));
        Files.createDirectory(folder.resolve(".rotating"));
        assertThat(rotate().said()).contains("another one is at work in " + folder);
        Files.delete(folder.resolve(".rotating"));
        Files.delete(folder);
        assertThat(rotate()).isEqualTo(new Ended(0, ""));
    }
}
