package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.Main;
import io.dgas.app.environment.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real service in a process of its own, with the flags that the launcher gives it. What it says goes to one file. */
final class CollectorProcess implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Djdk.httpclient.redirects.retrylimit=1",
            "-XX:-UsePerfData",
            "-Duser.timezone=Asia/Kolkata",
            "-Duser.language=tr");

    private final Process process;
    private final Path log;

    private CollectorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static CollectorProcess start(Environment environment) {
        try {
            Path log = Files.createTempFile(environment.workingDirectory(), "collector-", ".log");
            List<String> words = new ArrayList<>();
            words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.addAll(FLAGS);
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
            words.addAll(List.of("data-collection", "start"));
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(environment.workingDirectory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment.variables());
            return new CollectorProcess(builder.start(), log);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** As the service calls the holder. */
    boolean isHolder(String status) {
        return status.contains("holder: " + process.pid() + "@");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Waits until it has ended by itself. */
    int await() {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
            return process.exitValue();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", hurried);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
