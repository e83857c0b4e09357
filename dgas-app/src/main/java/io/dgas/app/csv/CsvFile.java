package io.dgas.app.csv;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param name what messages call it: the path as the user gave it
 * @param path where it is
 */
public record CsvFile(String name, Path path) {}
