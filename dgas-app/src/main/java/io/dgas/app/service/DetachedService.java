package io.dgas.app.service;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.logging.PrivateFile;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a service again as a process of its own session, which outlives the terminal, and waits until it has the service.
 * It logs to a file that is rolled; what it says beside goes to another. No file that it makes is anybody else's to read.
 *
 * @param files how its files in the log folder are called
 */
public record DetachedService(ServiceName name, String files, Installation installation) {

    /** The variable that names the file a service logs to. */
    public static final String LOG_FILE = "DGAS_LOG_FILE";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LAST_LINES = 5;

    /** One with files called like itself. */
    public DetachedService(ServiceName name, Installation installation) {
        this(name, name.service().code(), installation);
    }

    /** Repeats the command of this process without its option {@code --daemon}. */
    public ExitCode start() throws InterruptedException {
        Path said = said();
        Process process = spawn(said);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isHeldBy(process)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new WorkFailed(name + " did not start; " + said + " says: " + lastWords(said));
            }
            Thread.sleep(LOOK);
        }
        installation.output().line(name + " runs as process " + process.pid() + "; it logs to " + log());
        return ExitCode.DONE;
    }

    private Path folder() {
        return installation.dataDirectory().resolve("log");
    }

    /** Where it logs to: as it was told, or a file of its name. */
    private Path log() {
        return installation
                .invocation()
                .logFile()
                .or(() -> installation.environment().variable(LOG_FILE))
                .map(installation.environment()::resolve)
                .orElseGet(() -> folder().resolve(files + ".log"));
    }

    /** Where its few words beside the log go, and the last ones of a JVM that dies. */
    private Path said() {
        Path file = folder().resolve(files + ".out");
        try {
            PrivateFile.make(file);
            return file;
        } catch (IOException unwritable) {
            throw new WorkFailed("cannot write " + file + ": " + unwritable, unwritable);
        }
    }

    private Process spawn(Path said) {
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(installation.environment().workingDirectory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        builder.environment().put(LOG_FILE, log().toString());
        try {
            return builder.start();
        } catch (IOException unstartable) {
            throw new WorkFailed("cannot start " + name + ": " + unstartable.getMessage(), unstartable);
        }
    }

    private List<String> command() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        if (self.command().isEmpty() || self.arguments().isEmpty()) {
            throw new WorkFailed("this system does not tell how dgas was started; start it in the foreground");
        }
        List<String> command = new ArrayList<>(session());
        // Each step becomes the next, so that the process that is started is the one that will hold the service.
        command.addAll(List.of("sh", "-c", "umask 077; exec \"$@\"", "dgas"));
        command.add(self.command().get());
        Arrays.stream(self.arguments().get())
                .filter(argument -> !argument.equals(DaemonOption.NAME))
                .forEach(command::add);
        return command;
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

    private static String lastWords(Path said) {
        try {
            List<String> lines = Files.readAllLines(said);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "nothing that can be read";
        }
    }
}
