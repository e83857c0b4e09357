package io.dgas.app.logging;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that their owner alone can read, whatever the mask of the process. */
public final class PrivateFile {

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private PrivateFile() {}

    /** Makes the file, and the folders above it, that are not there yet; those that are stay as they are. */
    public static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, only(folder, FOLDER));
        }
        try {
            Files.createFile(file, only(file, FILE));
        } catch (FileAlreadyExistsException there) {
            // one to go on with
        }
    }

    private static FileAttribute<?>[] only(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
