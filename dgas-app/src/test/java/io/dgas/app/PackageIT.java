package io.dgas.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.DgasProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked where nothing may be written, and run from another folder by somebody with an empty home. */
class PackageIT {

    @TempDir
    Path folder;

    private Path home;
    private Path installed;

    @BeforeEach
    void unpack() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        Path place = Files.createDirectory(folder.resolve("a place of our own"));
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path archive = built.filter(file -> file.getFileName().toString().matches("dgas-\\d.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the build made no archive"));
            run("tar", "-xzf", archive.toAbsolutePath().toString(), "-C", place.toString());
        }
        try (Stream<Path> folders = Files.list(place)) {
            installed = folders.findFirst().orElseThrow();
        }
        run("chmod", "-R", "a-w", place.toString());
    }

    /** So that what is temporary can be deleted. */
    @AfterEach
    void release() throws Exception {
        run("chmod", "-R", "u+w", folder.toString());
    }

    private Ended run(String... command) throws Exception {
        return new DgasProcess(home).run(List.of(command));
    }

    private Ended dgas(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(installed.resolve("dgas").toString()));
        command.addAll(List.of(arguments));
        return new DgasProcess(home).run(command);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(installed)) {
            for (Path file : all.toList()) {
                files.put(
                        installed.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " " + Files.getPosixFilePermissions(file));
            }
        }
        return files;
    }

    @Test
    void runsFromAnyFolderAndWritesNothingWhereItLies() throws Exception {
        Map<String, String> before = files();
        assertThat(before.keySet())
                .contains(
                        "dgas",
                        "app/dgas.jar",
                        "config/production.yaml",
                        "config/.env.example",
                        "docs/install.md",
                        "docs/ops/systemd/dgas.target",
                        "scripts/start_all_services.sh",
                        "README.md",
                        "CHANGELOG.md")
                .noneMatch(name -> name.contains("target/"));

        Ended version = dgas("--version");
        assertThat(version.notes()).isEmpty();
        assertThat(version.results())
                .startsWith("dgas " + installed.getFileName().toString().substring(5));

        try {
            assertThat(dgas("db", "status").code()).isEqualTo(1);
            assertThat(dgas("db", "start").results()).startsWith("The private PostgreSQL is running: ");
            assertThat(dgas("db", "migrate").results()).startsWith("Migrated from version 0 to ");
            assertThat(dgas("db", "status").code()).isZero();
            assertThat(dgas(
                                    "configure",
                                    "validate",
                                    "--config",
                                    installed.resolve("config/demo.yaml").toString())
                            .code())
                    .isZero();
        } finally {
            assertThat(dgas("db", "stop").results()).isEqualTo("Stopped the private PostgreSQL.\n");
        }

        assertThat(home.resolve(".local/share/dgas/postgres")).isDirectory();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aDamagedInstallationIsNamedAndNotBuilt() throws Exception {
        Path app = installed.resolve("app");
        run("chmod", "u+w", app.toString());
        Files.delete(app.resolve("dgas.jar"));

        assertThat(dgas("--version"))
                .isEqualTo(new Ended(
                        1, "", "dgas: " + app.toRealPath() + "/dgas.jar is missing; unpack the archive again\n"));
    }
}
