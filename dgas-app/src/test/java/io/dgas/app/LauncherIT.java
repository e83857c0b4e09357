package io.dgas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real launcher and the real jar, as a user starts them, in a strange place with a strange language. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("..", "dgas").toAbsolutePath().normalize();

    @TempDir
    Path home;

    /** What a process said and how it ended. */
    private record Ended(int code, String results, String notes) {}

    private Ended dgas(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command);
    }

    private Ended shell(String line) throws IOException, InterruptedException {
        return run(Map.of("DGAS", LAUNCHER.toString()), List.of("sh", "-c", line));
    }

    private Ended run(Map<String, String> variables, List<String> command) throws IOException, InterruptedException {
        Path results = Files.createTempFile(home, "results", "");
        Path notes = Files.createTempFile(home, "notes", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(results.toFile())
                .redirectError(notes.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", path, "HOME", home.toString(), "TZ", "Asia/Kolkata", "LC_ALL", "tr_TR"));
        environment.put("DGAS_JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(variables);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), text(results), text(notes));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void tellsItsVersionAndNothingElse() throws Exception {
        Ended version = dgas("--version");

        assertThat(version.results()).startsWith("dgas ").contains("\nJava ");
        assertThat(version.notes()).isEmpty();
        assertThat(version.code()).isZero();
    }

    @Test
    void isStartedThroughALinkFromAnotherFolder() throws Exception {
        Files.createDirectories(home.resolve("bin"));
        Files.createSymbolicLink(home.resolve("bin/direct"), LAUNCHER);
        Files.createSymbolicLink(home.resolve("bin/dgas"), Path.of("direct"));

        Ended version = run(Map.of(), List.of(home.resolve("bin/dgas").toString(), "--version"));

        assertThat(version.results()).startsWith("dgas ");
        assertThat(version.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0, --help, Usage: dgas, \"\"",
                "0, configure show --json, [, \"\"",
                "0, configure validate, The settings are valid: built-in defaults, \"\"",
                "2, \"\", \"\", Usage: dgas",
                "2, confgure, \"\", dgas: 'confgure' is not a command of dgas; did you mean 'configure'?",
                "2, configure show --jsn, \"\", dgas: '--jsn' is not understood",
                "3, configure show --config none.yaml, \"\", dgas: none.yaml: there is no such file",
                "3, configure validate --config bad.yaml, \"\", bad.yaml:2:3: unknown key 'prt' in dashboard; did you mean 'port'?",
                "1, configure init bad.yaml, \"\", \"dgas: \"",
            })
    void endsWithItsCodeAndOneMessage(int code, String arguments, String results, String notes) throws Exception {
        Files.writeString(home.resolve("bad.yaml"), "dashboard:\n  prt: 1\n");

        Ended ended = dgas(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(ended.results()).startsWith(results);
        assertThat(ended.notes()).startsWith(notes).doesNotContain("Exception", "\tat ");
        assertThat(results.isEmpty() ? ended.results() : ended.notes()).isEmpty();
        assertThat(ended.code()).isEqualTo(code);
    }

    @Test
    void writesSettingsThatAreValid() throws Exception {
        assertThat(dgas("configure", "init").code()).isZero();
        assertThat(home.resolve("dgas.yaml")).exists();
        assertThat(home.resolve(".env.example")).exists();

        assertThat(dgas("configure", "validate").results()).isEqualTo("The settings are valid: dgas.yaml\n");
        assertThat(dgas("configure", "init").notes()).contains("is there already and stays as it is");
    }

    @Test
    void endsQuietlyWhenItsReaderLeaves() throws Exception {
        Ended ended = shell("\"$DGAS\" configure show --json | head -n 1");

        assertThat(ended).isEqualTo(new Ended(0, "[\n", ""));
    }

    @Test
    void saysWhenItsOutputCannotBeWritten() throws Exception {
        Ended ended = shell("\"$DGAS\" configure show > /dev/full");

        assertThat(ended.notes()).startsWith("dgas: cannot write the result: ");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void readsAndWritesUtf8WhateverTheLocale() throws Exception {
        for (String locale : List.of("C", "POSIX", "tr_TR.ISO-8859-9", "")) {
            Files.writeString(home.resolve("ışık.yaml"), "dashboard:\n  host: ğü\n");

            Ended ended = run(
                    Map.of("LC_ALL", locale),
                    List.of(LAUNCHER.toString(), "configure", "show", "--config", "ışık.yaml"));

            assertThat(ended.results()).as(locale).containsPattern("dashboard.host +ğü +ışık.yaml:2:9");
        }
    }

    @Test
    void refusesAJavaThatIsNone() throws Exception {
        Ended ended = run(Map.of("DGAS_JAVA_HOME", home.toString()), List.of(LAUNCHER.toString(), "--version"));

        assertThat(ended)
                .isEqualTo(
                        new Ended(1, "", "dgas: DGAS_JAVA_HOME is " + home + ", which holds no Java of 25 or newer\n"));
    }

    @Test
    void findsAJavaByItself() throws Exception {
        Ended ended = run(Map.of("DGAS_JAVA_HOME", ""), List.of(LAUNCHER.toString(), "--version"));

        assertThat(ended.code()).as(ended.notes()).isZero();
    }
}
