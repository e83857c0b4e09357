package io.dgas.app.csv;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the files named on a command line: each path is a file, or a folder that stands for the CSV files in it. */
public final class CsvPaths {

    private final Path start;

    /** @param start where relative paths begin */
    public CsvPaths(Path start) {
        this.start = start;
    }

    /**
     * The files, each once, those of a folder by name; folders below a folder are not read.
     *
     * @throws IllegalArgumentException when a path is not there, or a folder cannot be read or has no CSV file
     */
    public List<CsvFile> files(List<String> paths) {
        Map<Path, CsvFile> files = new LinkedHashMap<>();
        for (String path : paths) {
            filesAt(path).forEach(file -> files.putIfAbsent(file.path(), file));
        }
        return List.copyOf(files.values());
    }

    private List<CsvFile> filesAt(String name) {
        Path path = resolved(name);
        if (Files.isDirectory(path)) {
            return filesIn(name, path);
        }
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(name + ": there is no such file or folder");
        }
        return List.of(new CsvFile(name, path));
    }

    private Path resolved(String name) {
        try {
            return start.resolve(name).normalize();
        } catch (InvalidPathException invalid) {
            throw new IllegalArgumentException(name + ": this is not a path: " + invalid.getReason(), invalid);
        }
    }

    private static List<CsvFile> filesIn(String name, Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, CsvPaths::isCsvFile)) {
            entries.forEach(files::add);
        } catch (AccessDeniedException denied) {
            throw new IllegalArgumentException(name + ": the folder may not be read; check its permissions", denied);
        } catch (IOException broken) {
            throw new IllegalArgumentException(name + ": the folder cannot be read: " + broken.getMessage(), broken);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(name + ": the folder has no CSV file (*.csv) directly in it");
        }
        files.sort(null);
        return files.stream().map(file -> new CsvFile(nameIn(name, file), file)).toList();
    }

    private static String nameIn(String folder, Path file) {
        return Path.of(folder).resolve(String.valueOf(file.getFileName())).toString();
    }

    private static boolean isCsvFile(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".csv") && !Files.isDirectory(path);
    }
}
