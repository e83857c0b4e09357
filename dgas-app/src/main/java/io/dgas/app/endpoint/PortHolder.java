package io.dgas.app.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port of this machine, as far as Linux tells this user. */
public final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** Process and program, such as {@code process 123 (java)}; empty where that cannot be known. */
    public static Optional<String> of(int port) {
        try {
            Set<String> sockets = Stream.of("tcp", "tcp6")
                    .map(PROC.resolve("net")::resolve)
                    .filter(Files::isReadable)
                    .flatMap(table -> listeners(table, port))
                    .collect(Collectors.toSet());
            return sockets.isEmpty() ? Optional.empty() : processWith(sockets);
        } catch (IOException | UncheckedIOException untold) {
            return Optional.empty();
        }
    }

    /** The sockets of a table of the kernel that listen on the port, as a process names them. */
    private static Stream<String> listeners(Path table, int port) {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > INODE
                            && fields[ADDRESS].endsWith(ending)
                            && fields[STATE].equals(LISTENING))
                    .map(fields -> "socket:[" + fields[INODE] + "]");
        } catch (IOException untold) {
            return Stream.empty();
        }
    }

    private static Optional<String> processWith(Set<String> sockets) throws IOException {
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> holds(process, sockets))
                    .findFirst()
                    .map(process -> "process " + process.getFileName() + program(process));
        }
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException notOurs) {
            return false;
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static String program(Path process) {
        try {
            return " (" + Files.readString(process.resolve("comm")).strip() + ")";
        } catch (IOException gone) {
            return "";
        }
    }
}
