package io.dgas.adapter.postgres.backup;

import io.dgas.adapter.postgres.backup.BackupWatch.Stage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** What a file turned out to hold, read from its beginning for as far as it can be. */
final class BackupContents {

    private static final int LONGEST_MANIFEST = 1 << 22;

    private final BackupWatch watch;
    private final Map<String, RowSum> sums = new LinkedHashMap<>();
    private Optional<byte[]> manifest = Optional.empty();
    /** The part that was begun last, and whether it was read to its end. */
    private Optional<String> part = Optional.empty();

    private boolean isPartRead;

    BackupContents(BackupWatch watch) {
        this.watch = watch;
    }

    /**
     * Returns why it cannot be read to its end; empty when it can.
     *
     * @throws IOException when the file cannot be read, whatever is in it
     */
    Optional<String> read(InputStream in) throws IOException {
        ZipInputStream archive = new ZipInputStream(in, StandardCharsets.UTF_8);
        try {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                take(entry.getName(), archive);
            }
            return Optional.empty();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void take(String name, InputStream archive) throws IOException {
        isPartRead = false;
        if (name.equals(BackupWriter.MANIFEST)) {
            part = Optional.of("its manifest");
            manifest = Optional.of(archive.readNBytes(LONGEST_MANIFEST));
        } else {
            String table = name.endsWith(BackupWriter.ROWS)
                    ? name.substring(0, name.length() - BackupWriter.ROWS.length())
                    : name;
            part = Optional.of("table " + table);
            RowDigest digest = new RowDigest(rows -> watch.report(Stage.CHECKING, table, rows));
            archive.transferTo(digest);
            sums.put(table, digest.sum());
        }
        isPartRead = true;
    }

    /** What is wrong with a file that is not whole, as the end of a sentence. */
    String damage(boolean isSealed, Optional<String> reason) {
        if (part.isEmpty()) {
            return isSealed ? "is damaged at its beginning" : "is no backup of DGAS";
        }
        boolean isRead = reason.isEmpty() && manifest.isPresent();
        if (isRead) {
            return "is damaged at its end or between its tables, whose rows are whole";
        }
        String place = (isPartRead ? "after " : "in ") + part.get();
        return (isSealed ? "is damaged " : "is cut off or damaged ")
                + place
                + reason.map(why -> " (" + why + ")").orElse("");
    }

    /**
     * The manifest of a whole file.
     *
     * @throws BackupException when it is of a newer format, or does not fit the rest of the file
     */
    BackupManifest manifest() {
        BackupManifest found = ManifestText.read(
                manifest.orElseThrow(() -> new BackupException("it has no manifest and so is no backup of DGAS")));
        List<String> told = found.tables().stream().map(BackupTable::name).toList();
        if (!told.equals(new ArrayList<>(sums.keySet()))) {
            throw new BackupException("it holds the tables " + sums.keySet() + ", but its manifest tells of " + told);
        }
        for (BackupTable table : found.tables()) {
            requireSame(table, sums.getOrDefault(table.name(), new RowSum(0, "")));
        }
        return found;
    }

    private static void requireSame(BackupTable told, RowSum found) {
        if (!told.sum().equals(found)) {
            throw new BackupException("table " + told.name() + " holds " + found.rows() + " rows, but not the "
                    + told.rows() + " that its manifest tells of");
        }
    }
}
