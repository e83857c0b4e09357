package io.dgas.app.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a port of this machine, as far as the system tells: Linux does, of processes of our own user.
 *
 * @param command its program, of a dgas with its arguments
 */
public record PortHolder(long pid, String command) {

    private static final Path PROCESSES = Path.of("/proc");
    private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");
    private static final String LISTENING = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String PROGRAM = "dgas.jar";

    /** Empty when nobody listens, or the system does not tell who. */
    public static Optional<PortHolder> of(int port) {
        try {
            Set<String> sockets = sockets(port);
            return sockets.isEmpty() ? Optional.empty() : holder(sockets);
        } catch (IOException | UncheckedIOException untold) {
            return Optional.empty();
        }
    }

    private static Set<String> sockets(int port) throws IOException {
        String local = String.format(Locale.ROOT, ":%04X", port);
        Set<String> sockets = new HashSet<>();
        for (String table : TABLES) {
            Path file = PROCESSES.resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > INODE && fields[1].endsWith(local) && fields[STATE].equals(LISTENING)) {
                    sockets.add("socket:[" + fields[INODE] + "]");
                }
            }
        }
        return sockets;
    }

    private static Optional<PortHolder> holder(Set<String> sockets) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    return Optional.of(new PortHolder(pid, command(process)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path one : open) {
                if (sockets.contains(target(one))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException ofAnother) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** Arguments are ours to show when they are ours; those of others may hold what nobody should read. */
    private static String command(Path process) {
        try {
            String all = Files.readString(process.resolve("cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return all.contains(PROGRAM)
                    ? "dgas" + all.substring(all.lastIndexOf(PROGRAM) + PROGRAM.length())
                    : Files.readString(process.resolve("comm")).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    /** Whether it is a dgas. */
    public boolean isDgas() {
        return command.startsWith("dgas ");
    }

    @Override
    public String toString() {
        return "process " + pid + (command.isEmpty() ? "" : " (" + command + ")");
    }
}
