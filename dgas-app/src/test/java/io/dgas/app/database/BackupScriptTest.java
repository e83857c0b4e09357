package io.dgas.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that keeps the newest backups, with a stand-in for the program. */
class BackupScriptTest {

    private static final Path SCRIPT = Path.of("..", "scripts", "backup.sh");

    @TempDir
    private Path home;

    private Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        folder = Files.createDirectories(home.resolve("my backups"));
        Files.createDirectories(home.resolve("dgas/scripts"));
        Files.copy(SCRIPT, home.resolve("dgas/scripts/backup.sh"));
        program("echo a note >&2; echo backup >\"$3\"; echo \"Backed up 2 rows to $3\"");
    }

    private void program(String line) throws IOException {
        Path program = Files.writeString(home.resolve("dgas/dgas"), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "dgas/scripts/backup.sh"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(home, "out", "");
        Path err = Files.createTempFile(home, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", home.toString()));
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void there(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), name, StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTheNewestOfItsOwnAndEverythingElse() throws Exception {
        String[] others = {
            "dgas-backup-20200101T000000Z-before-upgrade.zip", "dgas-backup-2019.zip", "family.jpg", "monday.zip"
        };
        there(others);
        there(
                "dgas-backup-20260101T000000Z.zip",
                "dgas-backup-20260102T000000Z.zip",
                "dgas-backup-20260103T000000Z.zip");
        Ended ended = run(folder.toString(), "2");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .matches(
                        "\\d{8}T\\d{6}Z Backed up 2 rows to .*my backups/dgas-backup-\\d{8}T\\d{6}Z\\.zip; 2 kept, 2 deleted\n");
        assertThat(files())
                .hasSize(others.length + 2)
                .contains(others)
                .contains("dgas-backup-20260103T000000Z.zip")
                .doesNotContain("dgas-backup-20260102T000000Z.zip");
    }

    @Test
    void deletesNothingWhenTheBackupFailed() throws Exception {
        program("echo a note >&2; echo 'dgas: cannot write it: the disk is full' >&2; exit 1");
        there("dgas-backup-20260101T000000Z.zip", "dgas-backup-20260102T000000Z.zip");
        Ended ended = run(folder.toString(), "1");
        assertThat(ended.code()).isOne();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .matches("\\d{8}T\\d{6}Z backup failed: a note dgas: cannot write it: the disk is full\n");
        assertThat(files()).hasSize(2);
    }

    @Test
    void removesWhatAKilledRunLeftADayAgo() throws Exception {
        there(
                ".dgas-backup-20260101T000000Z.zip.1.part",
                ".dgas-backup-20260102T000000Z.zip.2.part",
                ".mine.zip.3.part");
        for (String old : List.of(".dgas-backup-20260101T000000Z.zip.1.part", ".mine.zip.3.part")) {
            Files.setLastModifiedTime(folder.resolve(old), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
        assertThat(run(folder.toString()).code()).isZero();
        assertThat(files()).hasSize(3).contains(".dgas-backup-20260102T000000Z.zip.2.part", ".mine.zip.3.part");
    }

    @Test
    void makesItsFolderInTheDataDirectory() throws Exception {
        assertThat(run().out()).contains(home.toRealPath() + "/.local/share/dgas/backups/dgas-backup-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "all", "007", "1 2"})
    void refusesToKeepNoneOrAWord(String keep) throws Exception {
        there("dgas-backup-20260101T000000Z.zip");
        Ended ended = run(folder.toString(), keep);
        assertThat(ended.code()).isOne();
        assertThat(ended.err()).endsWith("KEEP is '" + keep + "'; expected how many backups to keep, 1 or more\n");
        assertThat(files()).hasSize(1);
    }
}
