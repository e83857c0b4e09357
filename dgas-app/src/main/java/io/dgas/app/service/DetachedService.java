package io.dgas.app.service;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Starts a service again as a process of its own session, which outlives the terminal, and waits until it has the service.
 * What it says goes to a file that its owner alone can read.
 */
public record DetachedService(ServiceName name, Installation installation) {

    private static final String OPTION = "--daemon";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LAST_LINES = 5;

    /** Repeats the command of this process without its option {@code --daemon}. */
    public ExitCode start() throws InterruptedException {
        Path log = log();
        Process process = spawn(log);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isHeldBy(process)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new WorkFailed(name + " did not start; " + log + " says: " + lastWords(log));
            }
            Thread.sleep(LOOK);
        }
        installation.output().line(name + " runs as process " + process.pid() + "; it writes to " + log);
        return ExitCode.DONE;
    }

    private Path log() {
        Path folder = installation.dataDirectory().resolve("log");
        Path file = folder.resolve(name.service().code() + ".log");
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(permissions("rwx------")));
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(permissions("rw-------")));
            }
            return file;
        } catch (IOException unwritable) {
            throw new WorkFailed("cannot write the log " + file + ": " + unwritable.getMessage());
        }
    }

    private static Set<PosixFilePermission> permissions(String text) {
        return PosixFilePermissions.fromString(text);
    }

    private Process spawn(Path log) {
        ProcessHandle.Info self = ProcessHandle.current().info();
        if (self.command().isEmpty() || self.arguments().isEmpty()) {
            throw new WorkFailed("this system does not tell how dgas was started; start it in the foreground");
        }
        List<String> command = new ArrayList<>(session());
        command.add(self.command().get());
        Arrays.stream(self.arguments().get())
                .filter(argument -> !argument.equals(OPTION))
                .forEach(command::add);
        try {
            return new ProcessBuilder(command)
                    .directory(installation.environment().workingDirectory().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException unstartable) {
            throw new WorkFailed("cannot start " + name + ": " + unstartable.getMessage());
        }
    }

    /** A session of its own where the system has the program for it; else at least deaf to the end of the terminal. */
    private List<String> session() {
        return installation
                .environment()
                .variable("PATH")
                .map(path -> Stream.of("setsid", "nohup")
                        .filter(program -> Arrays.stream(path.split(File.pathSeparator, -1))
                                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                        .limit(1)
                        .toList())
                .orElse(List.of());
    }

    private boolean isHeldBy(Process process) {
        return installation
                .repositories()
                .collection()
                .services()
                .find(name.service())
                .filter(ServiceStatus::isHeld)
                .filter(status -> status.holder().startsWith(process.pid() + "@"))
                .isPresent();
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "nothing that can be read";
        }
    }
}
