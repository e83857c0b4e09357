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

/** A real service in a process of its own, with the flags that the launcher gives it. What it says goes to one file. */
public final class ServiceProcess implements AutoCloseable {

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

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code dgas} with this command, such as {@code data-collection start}. */
    public static ServiceProcess start(Environment environment, String... command) {
        try {
            Path log = Files.createTempFile(environment.workingDirectory(), command[0] + "-", ".log");
            List<String> words = new ArrayList<>();
            words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.addAll(FLAGS);
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
            words.addAll(List.of(command));
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(environment.workingDirectory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment.variables());
            return new ServiceProcess(builder.start(), log);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** As the service calls the holder. */
    public boolean isHolder(String status) {
        return status.contains("holder: " + process.pid() + "@");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Waits until it has ended by itself. */
    public int await() {
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
