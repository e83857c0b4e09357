package io.dgas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the real launcher as a user with an empty home folder does, in a strange zone and language. */
final class DgasProcess {

    static final Path LAUNCHER = Path.of("..", "dgas").toAbsolutePath().normalize();

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();

    /** What a process said and how it ended. */
    record Ended(int code, String results, String notes) {}

    DgasProcess(Path home) {
        this.home = home;
        variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        variables.putAll(Map.of("HOME", home.toString(), "TZ", "Asia/Kolkata", "LC_ALL", "tr_TR"));
        variables.put("DGAS_JAVA_HOME", System.getProperty("java.home"));
        variables.put("DGAS", LAUNCHER.toString());
        // It would be made in the background, in a home folder that is deleted meanwhile.
        variables.put("DGAS_START_CACHE", "off");
    }

    DgasProcess with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Ended dgas(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs a line of shell, where {@code $DGAS} is the launcher. */
    Ended shell(String line) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", line));
    }

    Ended run(List<String> command) throws IOException, InterruptedException {
        Path results = Files.createTempFile(home, "results", "");
        Path notes = Files.createTempFile(home, "notes", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(results.toFile())
                .redirectError(notes.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as("ends within two minutes")
                .isTrue();
        return new Ended(process.exitValue(), text(results), text(notes));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
