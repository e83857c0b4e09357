package io.dgas.application.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.in.ImportBars.Report;
import io.dgas.application.port.in.ImportBars.Request;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.recorded.RecordedFile;
import io.dgas.application.recorded.RecordedRows;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BarImportTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final RecordedFile GOOD = file("good.csv", "A", 10);
    private static final RecordedFile OTHER = file("other.csv", "B", 10);
    private static final RecordedFile BAD = file("bad.csv", "C", -10);

    private final RecordingRepository repository = new RecordingRepository();
    private final BarImport importer = new BarImport(repository, TradingCalendar.nyse());

    @Test
    void storesAllFilesInOneBatchAsImported() {
        Report report = importer.run(new Request(Timeframe.M1, List.of(GOOD, OTHER), false, NOW));
        assertThat(report.stored()).isPresent();
        assertThat(repository.batches).hasSize(1);
        BarRepository.BarBatch batch = repository.batches.getFirst();
        assertThat(batch.source()).isEqualTo(BarSource.IMPORT);
        assertThat(batch.recordedAt()).isEqualTo(NOW);
        assertThat(batch.series()).extracting(series -> series.key().toString()).containsExactly("A 1m", "B 1m");
    }

    @Test
    void storesNothingWhenOneRowIsBad() {
        Report report = importer.run(new Request(Timeframe.M1, List.of(GOOD, BAD), false, NOW));
        assertThat(report.stored()).isEmpty();
        assertThat(report.read().problems()).hasSize(1);
        assertThat(repository.batches).isEmpty();
    }

    @Test
    void storesTheRestWhenBadRowsAreToBeSkippedAndStillReportsThem() {
        Report report = importer.run(new Request(Timeframe.M1, List.of(GOOD, BAD), true, NOW));
        assertThat(report.stored()).isPresent();
        assertThat(report.read().problems()).hasSize(1);
        assertThat(repository.batches.getFirst().series()).hasSize(1);
    }

    @Test
    void asksTheStoreNothingWhenThereAreNoBars() {
        assertThat(importer.run(new Request(Timeframe.M1, List.of(BAD), true, NOW))
                        .stored())
                .isEmpty();
        assertThat(importer.run(new Request(Timeframe.M1, List.of(), false, NOW))
                        .stored())
                .isEmpty();
        assertThat(repository.batches).isEmpty();
    }

    @Test
    void passesOnThatTheStoreFailed() {
        repository.broken = true;
        Request request = new Request(Timeframe.M1, List.of(GOOD), false, NOW);
        assertThatThrownBy(() -> importer.run(request)).isInstanceOf(StorageException.class);
    }

    private static RecordedFile file(String name, String symbol, double price) {
        RecordedRows rows = new RecordedRows(name, new Instrument(symbol));
        long open = Instant.parse("2014-06-05T13:30:00Z").getEpochSecond();
        rows.add(2, open, new double[] {price, price, price, price, 1});
        return new RecordedFile(name, 1, List.of(rows), List.of(), List.of());
    }

    /** Remembers what it was asked to store. */
    private static final class RecordingRepository implements BarRepository {
        private final List<BarBatch> batches = new ArrayList<>();
        private boolean broken;

        @Override
        public Map<Instrument, BarSeries> load(
                Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
            return Map.of();
        }

        @Override
        public StoreReport store(BarBatch batch) {
            if (broken) {
                throw new StorageException("store bars", new IllegalStateException("the disk is full"));
            }
            batches.add(batch);
            return new StoreReport(
                    batch.series().stream().mapToLong(BarSeries::size).sum(), 0, 0, 0);
        }

        @Override
        public List<StoredSeries> list() {
            return List.of();
        }
    }
}
