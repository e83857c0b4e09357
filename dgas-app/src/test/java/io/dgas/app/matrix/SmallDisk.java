package io.dgas.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small disk that can be filled to the last byte; who may mount none has none. */
record SmallDisk(Path root) implements AutoCloseable {

    private static final int BLOCK = 4_096;

    static Optional<SmallDisk> mount() throws IOException {
        Path root = Files.createTempDirectory("dgas-small-disk-");
        if (Mounting.did("mount", "-t", "tmpfs", "-o", "size=128m,mode=777", "tmpfs", root.toString())) {
            return Optional.of(new SmallDisk(root));
        }
        Files.delete(root);
        return Optional.empty();
    }

    /** A new folder on it. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left on device");
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return root.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        assertThat(Mounting.did("umount", "--lazy", root.toString())).isTrue();
        Files.delete(root);
    }
}
