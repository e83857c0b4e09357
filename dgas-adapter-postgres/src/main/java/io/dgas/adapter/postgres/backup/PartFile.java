package io.dgas.adapter.postgres.backup;

import io.dgas.adapter.postgres.backup.BackupException.Obstacle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that only its owner may read, and that gets its name when it is whole; until then it has another beside it. */
final class PartFile implements AutoCloseable {

    private final Path target;
    private final boolean overwrite;
    private final Path part;
    private final FileChannel channel;
    private final Thread endOfProcess = new Thread(this::delete, "unfinished-backup");

    private PartFile(Path target, boolean overwrite, Path part) throws IOException {
        this.target = target;
        this.overwrite = overwrite;
        this.part = part;
        this.channel = FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Runtime.getRuntime().addShutdownHook(endOfProcess);
    }

    /** @throws BackupException when the target is there and must not be overwritten */
    static PartFile of(Path target, boolean overwrite) throws IOException {
        requireFree(target, overwrite);
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder), null, "no such folder");
        }
        return new PartFile(target, overwrite, Files.createTempFile(folder, "." + target.getFileName() + ".", ".part"));
    }

    private static void requireFree(Path target, boolean overwrite) {
        if (Files.isDirectory(target)) {
            throw new BackupException(target + " is a folder; name a file");
        }
        if (!overwrite && Files.exists(target)) {
            throw new BackupException(target + " is there already and stays as it is", Obstacle.FILE_IS_THERE);
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Where it is until it is finished. */
    Path path() {
        return part;
    }

    /** It is on the disk, and has its name. */
    void finish() throws IOException {
        channel.force(true);
        requireFree(target, overwrite);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            part.toFile().deleteOnExit();
        }
    }

    /** What is not finished by now is deleted. */
    @Override
    public void close() throws IOException {
        channel.close();
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(endOfProcess);
        } catch (IllegalStateException ending) {
            delete();
        }
    }
}
