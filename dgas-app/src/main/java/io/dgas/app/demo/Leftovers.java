package io.dgas.app.demo;

import io.dgas.app.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What demonstrations that were killed have left behind. */
final class Leftovers {

    private Leftovers() {}

    /** Removes them, their servers included. */
    static void clear(Output output) {
        for (Path folder : found()) {
            output.note("removing what a demonstration left behind: " + folder);
            new DemoFolder(folder).close();
        }
    }

    private static List<Path> found() {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return folders.filter(DemoFolder::isLeftover).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
