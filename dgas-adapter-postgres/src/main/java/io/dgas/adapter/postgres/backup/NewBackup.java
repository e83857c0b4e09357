package io.dgas.adapter.postgres.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A backup in the making: written, read again, and only then given its name. Closing it before leaves nothing. */
public final class NewBackup implements AutoCloseable {

    private final Path target;
    private final PartFile part;
    private final BackupWatch watch;

    /** What the manifest begins with, asked of the snapshot. */
    @FunctionalInterface
    public interface Heading {
        BackupManifest of(Connection snapshot) throws SQLException;
    }

    /**
     * Begins one.
     *
     * @param overwrite whether a file of this name may be replaced
     * @throws BackupException when it may not, or no file can be written there
     */
    public NewBackup(Path target, boolean overwrite, BackupWatch watch) {
        this.target = target;
        this.watch = watch;
        try {
            this.part = PartFile.of(target, overwrite);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private BackupException cannotWrite(IOException e) {
        String why = switch (e) {
            case NoSuchFileException none -> "there is no folder " + none.getFile();
            case AccessDeniedException denied -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
        return new BackupException("cannot write " + target + ": " + why, e);
    }

    /**
     * Writes all rows of one moment.
     *
     * @param connection at the beginning of a transaction
     */
    public void write(Connection connection, Heading heading) throws SQLException {
        Snapshot snapshot = Snapshot.begin(connection);
        BackupManifest header = heading.of(connection);
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(part.channel()), 1 << 16);
            new BackupWriter(snapshot, out, watch).write(header);
            out.flush();
            Seal.put(part.channel());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Reads what was written, and gives it its name. */
    public BackupFile finish() {
        try {
            BackupFile read = BackupFile.verified(part.path(), target, watch);
            part.finish();
            return read.renamed(target);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    @Override
    public void close() {
        try {
            part.close();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }
}
