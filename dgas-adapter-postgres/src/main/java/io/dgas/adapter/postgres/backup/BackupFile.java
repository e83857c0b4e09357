package io.dgas.adapter.postgres.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/** A backup that was read from its first byte to its last and is whole. */
public final class BackupFile {

    private final Path path;
    private final BackupManifest manifest;
    private final long bytes;

    private BackupFile(Path path, BackupManifest manifest, long bytes) {
        this.path = path;
        this.manifest = manifest;
        this.bytes = bytes;
    }

    /**
     * Reads all of a file.
     *
     * @throws BackupException when it cannot be read, is no backup, or is damaged: with what is damaged
     */
    public static BackupFile verified(Path path, BackupWatch watch) {
        return verified(path, path, watch);
    }

    /** @param told the name that messages call it by */
    static BackupFile verified(Path path, Path told, BackupWatch watch) {
        if (Files.isDirectory(path)) {
            throw new BackupException(told + " is a folder; name a backup in it");
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return new BackupFile(path, manifest(file, told, watch), file.size());
        } catch (NoSuchFileException e) {
            throw new BackupException(told + " is not there", e);
        } catch (IOException e) {
            throw new BackupException("cannot read " + told + ": " + e.getMessage(), e);
        }
    }

    private static BackupManifest manifest(FileChannel file, Path told, BackupWatch watch) throws IOException {
        Optional<String> seal = Seal.of(file);
        MessageDigest digest = RowDigest.sha256();
        InputStream all = new DigestInputStream(
                Seal.upTo(file, seal.isPresent() ? file.size() - Seal.LENGTH : file.size()), digest);
        BackupContents contents = new BackupContents(watch);
        Optional<String> reason = contents.read(all);
        all.transferTo(OutputStream.nullOutputStream());
        if (reason.isPresent() || !seal.equals(Optional.of(Seal.hex(digest)))) {
            throw new BackupException(told + " " + contents.damage(seal.isPresent(), reason));
        }
        try {
            return contents.manifest();
        } catch (BackupException e) {
            throw new BackupException("cannot use " + told + ": " + e.getMessage(), e);
        }
    }

    /** Reads it once more, table by table. */
    void load(TableLoad load) throws SQLException, IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ZipInputStream archive = new ZipInputStream(Seal.upTo(file, bytes - Seal.LENGTH), StandardCharsets.UTF_8);
            for (BackupTable table : manifest.tables()) {
                archive.getNextEntry();
                load.load(table, archive);
            }
        }
    }

    /** The same under the name that it was given. */
    BackupFile renamed(Path name) {
        return new BackupFile(name, manifest, bytes);
    }

    /** Takes the rows of a table. */
    interface TableLoad {
        void load(BackupTable table, InputStream rows) throws SQLException, IOException;
    }

    public Path path() {
        return path;
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }
}
