package io.dgas.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * A file that may hold secrets in plain text.
 *
 * @param isHolding whether it does
 */
public record SecretFile(Path file, boolean isHolding) {

    /** Whether secrets in it can be read by others than its owner. */
    public boolean isExposed() {
        return isHolding && isReadByOthers();
    }

    private boolean isReadByOthers() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** What takes it from the others' eyes. */
    public String mend() {
        return "chmod 600 " + file;
    }
}
