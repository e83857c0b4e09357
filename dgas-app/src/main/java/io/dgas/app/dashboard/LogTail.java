package io.dgas.app.dashboard;

import io.dgas.app.output.Redaction;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The newest lines of the log files of this installation's services on this machine, without secrets. */
record LogTail(Path folder) {

    private static final int FILES = 4;
    private static final int LINES = 60;
    private static final int BYTES = 32 * 1024;

    private record LogFile(Path path, FileTime written) {

        static LogFile of(Path path) throws IOException {
            return new LogFile(path, Files.getLastModifiedTime(path));
        }
    }

    /** Each file under its name, the one written last first; none where there are no files. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        try {
            for (LogFile file : newest()) {
                lines.add("== " + file.path().getFileName());
                lines.addAll(tail(file.path()));
            }
        } catch (IOException unreadable) {
            lines.add("the log files in " + folder + " cannot be read: " + unreadable.getMessage());
        }
        return lines.stream().map(Redaction::of).toList();
    }

    private List<LogFile> newest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<LogFile> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.log")) {
            for (Path path : found) {
                files.add(LogFile.of(path));
            }
        }
        return files.stream()
                .sorted(Comparator.comparing(LogFile::written).reversed())
                .limit(FILES)
                .toList();
    }

    private static List<String> tail(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            // the first of a part is rarely whole
            List<String> whole = from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
            return whole.subList(Math.max(0, whole.size() - LINES), whole.size());
        }
    }
}
