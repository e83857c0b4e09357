package io.dgas.app.environment;

import io.dgas.app.exit.WorkFailed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that must not be there yet. */
public final class NewFile {

    private NewFile() {}

    /**
     * Writes a text file and the folders above it.
     *
     * @throws WorkFailed when it is there already, which it then stays, or cannot be written
     */
    public static void write(Path file, String text) {
        if (!writeUnlessThere(file, text)) {
            throw new WorkFailed(file + " is there already and stays as it is; name another file or move it away");
        }
    }

    /** Writes a text file and the folders above it; returns whether it was not there before. */
    public static boolean writeUnlessThere(Path file, String text) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new WorkFailed("cannot write " + file + ": " + e, e);
        }
    }
}
