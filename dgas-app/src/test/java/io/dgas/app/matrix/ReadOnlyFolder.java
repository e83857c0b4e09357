package io.dgas.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that takes nothing new, as that of a disk that errs; files that are open are written on. */
final class ReadOnlyFolder implements AutoCloseable {

    private final String folder;
    private boolean isClosed;

    private ReadOnlyFolder(String folder) throws IOException {
        this.folder = folder;
        this.isClosed = Mounting.did("mount", "--bind", folder, folder)
                && Mounting.did("mount", "-o", "remount,ro,bind", folder);
    }

    static ReadOnlyFolder of(Path folder) throws IOException {
        return new ReadOnlyFolder(folder.toString());
    }

    /** Not so for who may not mount. */
    boolean isClosed() {
        return isClosed;
    }

    @Override
    public void close() throws IOException {
        open();
    }

    /** It can be written to again. */
    void open() throws IOException {
        if (isClosed) {
            isClosed = false;
            assertThat(Mounting.did("umount", "--lazy", folder)).isTrue();
        }
    }
}
