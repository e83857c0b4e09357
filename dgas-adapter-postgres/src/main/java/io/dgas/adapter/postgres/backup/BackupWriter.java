package io.dgas.adapter.postgres.backup;

import io.dgas.adapter.postgres.backup.BackupWatch.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the archive: the rows of each table as text of COPY, the manifest last, and room for the seal. */
final class BackupWriter {

    static final String MANIFEST = "manifest.json";
    static final String ROWS = ".tsv";

    private final Snapshot snapshot;
    private final ZipOutputStream archive;
    private final BackupWatch watch;

    BackupWriter(Snapshot snapshot, OutputStream out, BackupWatch watch) {
        this.snapshot = snapshot;
        this.archive = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.watch = watch;
    }

    /** @param header the manifest, its tables yet to come */
    void write(BackupManifest header) throws SQLException, IOException {
        archive.setComment(Seal.BLANK);
        List<BackupTable> tables = new ArrayList<>();
        for (String table : snapshot.present()) {
            begin(table + ROWS, header);
            tables.add(rows(table));
            archive.closeEntry();
        }
        begin(MANIFEST, header);
        archive.write(ManifestText.of(header.with(tables)));
        archive.closeEntry();
        archive.finish();
    }

    /** With a time that hangs neither on the clock nor on the zone of this machine. */
    private void begin(String name, BackupManifest header) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(header.taken().atOffset(ZoneOffset.UTC).toLocalDateTime());
        archive.putNextEntry(entry);
    }

    private BackupTable rows(String table) throws SQLException, IOException {
        List<String> columns = List.copyOf(snapshot.tables().columns(table).keySet());
        RowDigest digest = new RowDigest(rows -> watch.report(Stage.WRITING, table, rows));
        snapshot.send(table, columns, new Both(digest));
        Map<String, Long> lastIds = snapshot.tables().lastIds(table);
        RowSum sum = digest.sum();
        return new BackupTable(table, columns, sum.rows(), sum.sha256(), lastIds);
    }

    /** Into the archive and into the sum. */
    private final class Both extends OutputStream {
        private final RowDigest digest;

        Both(RowDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digest.write(bytes, offset, length);
            archive.write(bytes, offset, length);
        }
    }
}
