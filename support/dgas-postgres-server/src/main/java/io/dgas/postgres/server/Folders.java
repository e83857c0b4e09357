package io.dgas.postgres.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Private folders, and plain words for what can go wrong with them. */
final class Folders {

    private Folders() {}

    /**
     * Makes a folder that only its owner may enter; one that is there stays as it is. Others may pass through those made above
     * it, since the server's account may be another one, and see nothing in them.
     */
    static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent(), permissions("rwx--x--x"));
            Files.createDirectories(folder, permissions("rwx------"));
        }
    }

    static void createPrivateFile(Path file, String content) throws IOException {
        Files.createFile(file, permissions("rw-------"));
        Files.writeString(file, content);
    }

    /** Makes the file, or writes it anew. */
    static void writePrivateFile(Path file, String content) throws IOException {
        if (Files.exists(file)) {
            Files.writeString(file, content);
        } else {
            createPrivateFile(file, content);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The failure to write below a folder, as one message. */
    static PostgresServerException cannotWrite(Path folder, IOException cause) {
        return new PostgresServerException(cannotWrite(folder, describe(cause)), cause);
    }

    /** Says what is wrong with a folder from what a program printed about it. */
    static String cannotWrite(Path folder, String problem) {
        String lower = problem.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")) {
            return "no space is left for " + folder + "; PostgreSQL needs about 200 MB there";
        }
        if (lower.contains("read-only") || lower.contains("permission denied") || lower.contains("not permitted")) {
            return "cannot write to " + folder + " (" + firstLine(problem)
                    + "); choose a folder that this user may write to";
        }
        if (lower.contains("not a directory")) {
            return "cannot use " + folder + " (" + firstLine(problem)
                    + "); a file is where a folder has to be: choose another folder";
        }
        return "cannot use " + folder + ": " + problem;
    }

    private static String describe(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "permission denied: " + denied.getFile();
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason() + ": " + failure.getFile();
        }
        return String.valueOf(cause.getMessage());
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
