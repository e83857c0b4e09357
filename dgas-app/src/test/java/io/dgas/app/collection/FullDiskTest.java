package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.StorageException;
import io.dgas.domain.market.Timeframe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk that holds the bars is full, for real. Needs a folder on a small disk of its own that the account of PostgreSQL
 * may write to, such as {@code mount -t tmpfs -o size=8m,mode=777 tmpfs /mnt/small}: {@code -Ddgas.small.disk=/mnt/small}.
 */
@EnabledIfSystemProperty(named = "dgas.small.disk", matches = ".+")
class FullDiskTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 17);
    private static final int SYMBOLS = 8;

    @TempDir
    Path folder;

    private final Path disk = Path.of(System.getProperty("dgas.small.disk", ""));
    private final Path ballast = disk.resolve("ballast");

    @Test
    void isToldAndCollectionGoesOnWhenThereIsRoom() throws IOException {
        Map<String, String> settings = Map.of(
                "DGAS_DATA_COLLECTION_INTERVAL_WEEKENDS", "1m", "DGAS_DATA_COLLECTION_INTERVAL_AFTER_HOURS", "1m");
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, SYMBOLS, SYMBOLS, settings);
                SteppedService service = new SteppedService(simulated)) {
            simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(16)));
            onSmallDisk(simulated);
            fill();
            stepped(simulated, service);
            assertThat(service.status()).contains("running, with problems", "No space left on device");
            ServiceWatch watch = new ServiceWatch(simulated, Timeframe.M1, "full disk");
            assertThat(watch.isClosed(DATE)).isFalse();

            Files.delete(ballast);
            service.history(Duration.ofMinutes(40));
            assertThat(watch.isClosed(DATE)).isTrue();
            watch.expectTheTruth();
            StoredRows.of(simulated.environment())
                    .execute(
                            "alter table market_data set tablespace pg_default",
                            "alter index market_data_key set tablespace pg_default",
                            "drop tablespace small");
        }
    }

    private void onSmallDisk(SimulatedSession simulated) throws IOException {
        Files.createDirectories(disk.resolve("bars"));
        StoredRows rows = StoredRows.of(simulated.environment());
        rows.execute("create tablespace small location '" + disk.resolve("bars") + "'");
        rows.execute("alter table market_data set tablespace small");
        rows.execute("alter index market_data_key set tablespace small");
    }

    /** To the last byte. */
    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[4_096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left on device");
        }
    }

    /** As the loop of the service does. */
    private static void stepped(SimulatedSession simulated, SteppedService service) {
        Instant now = simulated.vendor.clock().instant();
        try {
            service.history.step(now);
        } catch (StorageException failed) {
            service.problems.begin("asking for history", String.valueOf(failed.getMessage()), now);
        }
    }
}
