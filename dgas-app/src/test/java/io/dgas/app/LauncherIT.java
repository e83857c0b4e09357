package io.dgas.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.DgasProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real launcher and the real jar, as a user starts them, in a strange place with a strange language. */
class LauncherIT {

    @TempDir
    Path home;

    private Ended dgas(String... arguments) throws Exception {
        return new DgasProcess(home).dgas(arguments);
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
        Files.createSymbolicLink(home.resolve("bin/direct"), DgasProcess.LAUNCHER);
        Files.createSymbolicLink(home.resolve("bin/dgas"), Path.of("direct"));

        Ended version =
                new DgasProcess(home).run(List.of(home.resolve("bin/dgas").toString(), "--version"));

        Files.delete(home.resolve("bin/dgas"));
        Files.delete(home.resolve("bin/direct"));
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

        assertThat(dgas("configure", "init", "--production", "p.yaml").code()).isZero();
        assertThat(home.resolve("p.yaml")).content().contains("  enabled: true");
        assertThat(dgas("configure", "validate").results()).isEqualTo("The settings are valid: dgas.yaml\n");
        assertThat(dgas("configure", "init").notes()).contains("is there already and stays as it is");
    }

    @Test
    void endsQuietlyWhenItsReaderLeaves() throws Exception {
        Ended ended = new DgasProcess(home).shell("\"$DGAS\" configure show --json | head -n 1");

        assertThat(ended).isEqualTo(new Ended(0, "[\n", ""));
    }

    @Test
    void saysWhenItsOutputCannotBeWritten() throws Exception {
        Ended ended = new DgasProcess(home).shell("\"$DGAS\" configure show > /dev/full");

        assertThat(ended.notes()).startsWith("dgas: cannot write the result: ");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void readsAndWritesUtf8WhateverTheLocale() throws Exception {
        for (String locale : List.of("C", "POSIX", "tr_TR.ISO-8859-9", "")) {
            Files.writeString(home.resolve("ışık.yaml"), "dashboard:\n  host: ğü\n");

            Ended ended =
                    new DgasProcess(home).with("LC_ALL", locale).dgas("configure", "show", "--config", "ışık.yaml");

            assertThat(ended.results()).as(locale).containsPattern("dashboard.host +ğü +ışık.yaml:2:9");
        }
    }

    @Test
    void refusesAJavaThatIsNone() throws Exception {
        Ended ended =
                new DgasProcess(home).with("DGAS_JAVA_HOME", home.toString()).dgas("--version");

        assertThat(ended)
                .isEqualTo(
                        new Ended(1, "", "dgas: DGAS_JAVA_HOME is " + home + ", which holds no Java of 25 or newer\n"));
    }

    @ParameterizedTest
    @CsvSource({"'', none", "17.0.9, Java 17.0.9 in %s/old/jdk-17", "1.8.0_392, Java 1.8.0_392 in %s/old/jdk-17"})
    void saysInOneLineThatItNeedsANewerJava(String version, String found) throws Exception {
        Path copy = home.resolve("copy");
        Files.createDirectories(copy.resolve("scripts"));
        Path launcher = Files.copy(DgasProcess.LAUNCHER, copy.resolve("dgas"));
        Path usual = DgasProcess.LAUNCHER.resolveSibling("scripts/find-java.sh");
        // Where it looks on every machine, there are Javas on this one.
        Files.writeString(
                copy.resolve("scripts/find-java.sh"),
                Files.readString(usual).replaceAll("(?m)^    /.*\\\\$", "    '" + home + "/old/jdk-17' \\\\"));
        if (!version.isEmpty()) {
            Path jdk = home.resolve("old/jdk-17");
            Files.createDirectories(jdk.resolve("bin"));
            Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
            Files.createSymbolicLink(jdk.resolve("bin/java"), Path.of("/bin/sh"));
        }

        Ended ended = new DgasProcess(home)
                .with("DGAS_JAVA_HOME", "")
                .with("PATH", home.toString())
                .run(List.of("/bin/sh", launcher.toString(), "--version"));

        assertThat(ended)
                .isEqualTo(new Ended(
                        1,
                        "",
                        "dgas: needs Java 25 or newer and found " + found.replace("%s", home.toString())
                                + "; install openjdk-25-jdk or temurin-25-jdk (macOS: brew install openjdk@25), or name the"
                                + " folder of one in DGAS_JAVA_HOME\n"));
    }

    @Test
    void saysWhatTheNamedJavaIs() throws Exception {
        Path jdk = home.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.1\"\n");
        Files.createSymbolicLink(jdk.resolve("bin/java"), Path.of("/bin/sh"));

        Ended ended =
                new DgasProcess(home).with("DGAS_JAVA_HOME", jdk.toString()).dgas("--version");

        assertThat(ended.notes())
                .isEqualTo("dgas: DGAS_JAVA_HOME is " + jdk + ", which holds no Java of 25 or newer but Java 21.0.1 in "
                        + jdk + "\n");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void findsAJavaByItself() throws Exception {
        Ended ended = new DgasProcess(home).with("DGAS_JAVA_HOME", "").dgas("--version");

        assertThat(ended.code()).as(ended.notes()).isZero();
    }
}
