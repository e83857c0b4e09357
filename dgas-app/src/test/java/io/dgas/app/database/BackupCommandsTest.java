package io.dgas.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandsTest {

    @TempDir
    private Path folder;

    private StoredDgas from;
    private StoredDgas other;

    @BeforeEach
    void begin() {
        from = new StoredDgas(folder);
        other = new StoredDgas(folder);
        assertThat(from.run("symbols", "add", "AAPL", "IBM").code()).isZero();
    }

    @Test
    void aBackupIsTakenVerifiedComparedAndRestored() {
        StoredDgas.Run backup = from.run("db", "backup", "monday.zip");
        assertThat(backup.err()).isEmpty();
        assertThat(backup.out())
                .startsWith("Backed up 2 rows of 18 tables (schema version 7, 0.0 MB) to ")
                .endsWith("monday.zip\n");
        assertThat(from.run("db", "verify", "monday.zip").out())
                .contains("monday.zip is whole: 2 rows of 18 tables (schema version 7, 0.0 MB)\n")
                .contains("taken 2026-11-22T12:00:00Z by dgas ")
                .contains("\nmarket_symbols            2\n");
        StoredDgas.Run different = other.run("db", "verify", "monday.zip", "--against-database");
        assertThat(different.code()).isOne();
        assertThat(different.out())
                .contains("market_symbols                 2            0  different\n")
                .contains("\nNot the same rows as in ");
        StoredDgas.Run restored = other.run("db", "restore", "monday.zip");
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out())
                .startsWith("Restored 2 rows of 18 tables (schema version 7, 0.0 MB), taken 2026-11-22T");
        assertThat(other.run("symbols", "list").out()).contains("AAPL", "IBM");
        StoredDgas.Run same = other.run("db", "verify", "monday.zip", "--against-database");
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("\nThe same rows as in ");
    }

    @Test
    void reportsAreJsonToo() {
        assertThat(from.run("db", "backup", "a.zip", "--json").out())
                .contains(
                        "\"rows\" : 2",
                        "\"schema\" : 7",
                        "\"taken\" : \"2026-11-22T12:00:00Z\"",
                        "\"table\" : \"notices\"");
        assertThat(from.run("db", "verify", "a.zip", "--json").out()).contains("\"rows\" : 2");
        assertThat(from.run("db", "verify", "a.zip", "--against-database", "--json")
                        .out())
                .contains("\"isSame\" : true", "\"inDatabase\" : 2");
        assertThat(other.run("db", "restore", "a.zip", "--json").out()).contains("\"uncertainNotices\" : 0");
    }

    /** No word of the password, which is in the address of the database. */
    @Test
    void holdsNoSecret() throws IOException {
        StoredDgas.Run run = from.run("db", "backup", "a.zip", "--json");
        String url = String.valueOf(from.environment().variables().get("DGAS_DATABASE_URL"));
        String password = url.substring(url.indexOf(':', 15) + 1, url.indexOf('@'));
        assertThat(password).hasSizeGreaterThan(8);
        assertThat(run.out() + run.err()).doesNotContain(password);
        assertThat(other.run("db", "verify", "a.zip", "--against-database").out())
                .doesNotContain(password);
        assertThat(Files.readString(folder.resolve("a.zip"), StandardCharsets.ISO_8859_1))
                .doesNotContain(password);
    }

    @Test
    void whatStandsInTheWayIsToldWithWhatToDo() {
        from.run("db", "backup", "a.zip");
        StoredDgas.Run again = from.run("db", "backup", "a.zip");
        assertThat(again.code()).isOne();
        assertThat(again.err())
                .endsWith(
                        "a.zip is there already and stays as it is; name another file, or have it replaced with --overwrite\n");
        assertThat(from.run("db", "backup", "a.zip", "--overwrite").code()).isZero();
        StoredDgas.Run full = from.run("db", "restore", "a.zip");
        assertThat(full.code()).isOne();
        assertThat(full.err())
                .isEqualTo("dgas: the database holds data: its table market_symbols has rows; "
                        + "--replace replaces all data by those of the backup\n");
        assertThat(from.run("db", "restore", "a.zip", "--replace").code()).isZero();
        StoredDgas.Run none = from.run("db", "verify", "none.zip");
        assertThat(none.code()).isOne();
        assertThat(none.err()).startsWith("dgas: ").endsWith("none.zip is not there\n");
        assertThat(from.run("db", "backup").code()).isEqualTo(2);
    }

    @Test
    void aServiceAtWorkIsNamedWithTheCommandThatStopsIt() {
        from.run("db", "backup", "a.zip");
        try (Repositories stored = other.repositories()) {
            Instant now = Instant.parse("2026-11-22T12:00:00Z");
            var services = stored.collection().services();
            try (var first = ((Taking.Taken) services.take(Service.DATA_COLLECTION, "pid 7 on a", now)).hold();
                    var second = ((Taking.Taken) services.take(Service.DELIVERY, "pid 8 on b", now)).hold()) {
                StoredDgas.Run refused = other.run("db", "restore", "a.zip");
                assertThat(refused.code()).isOne();
                assertThat(refused.err())
                        .isEqualTo(
                                "dgas: data-collection is running (pid 7 on a): stop it with 'dgas data-collection stop'; "
                                        + "delivery is running (pid 8 on b): it ends with 'dgas scheduler stop', or by itself\n");
                assertThat(first).isNotSameAs(second);
            }
        }
        assertThat(other.run("db", "restore", "a.zip").code()).isZero();
    }

    /** Reading a file needs no database, not even one that could be started. */
    @Test
    void verifyingAsksNoDatabase() {
        from.run("db", "backup", "a.zip");
        StoredDgas away = new StoredDgas(folder, () -> Instant.EPOCH, Map.of())
                .with(Map.of("DGAS_DATABASE_URL", "postgresql://127.0.0.1:1/x"));
        assertThat(away.run("db", "verify", "a.zip").code()).isZero();
        assertThat(away.run("db", "verify", "a.zip", "--against-database").code())
                .isEqualTo(4);
    }
}
