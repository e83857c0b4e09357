package io.dgas.bench.store;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.bench.store.CollectedUniverse.Feed;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.postgres.server.PrivatePostgres;
import io.dgas.postgres.server.ServerAddress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Stores a million bars through the adapter in the batches of the collection, as new ones and in place of provisional
 * ones, and beside that by plain COPY of the same rows into the same table, in turns, on a private server of its own with
 * the settings of every installation. Prints rows in a second and the share of plain COPY that storing reaches.
 */
public final class StoringCollected {

    private static final Instant LIVE = Instant.parse("2026-06-15T00:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-06-16T00:00:00Z");

    private final BarRepository bars;
    private final PlainCopy plain;
    private final PrintStream out;
    private final int rounds;
    private final CollectedUniverse universe = new CollectedUniverse();

    private StoringCollected(Database database, Connection connection, PrintStream out, int rounds) {
        this.bars = database.bars(TradingCalendar.nyse());
        this.plain = new PlainCopy(connection);
        this.out = out;
        this.rounds = rounds;
    }

    /** Takes how many rounds, if wanted. */
    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("dgas-bench-");
        PrivatePostgres server = PrivatePostgres.in(folder);
        try {
            measure(server.start(), out, rounds);
        } finally {
            server.stop();
            StoringAndReading.deleteAll(folder);
        }
    }

    private static void measure(ServerAddress address, PrintStream out, int rounds) throws IOException, SQLException {
        String name = PrivatePostgres.DATABASE;
        try (Database database = Database.open(DatabaseUrl.of(address, name));
                Connection connection = DriverManager.getConnection(address.jdbcUrl(name), address.login())) {
            database.schema().migrate();
            new StoringCollected(database, connection, out, rounds).run();
        }
    }

    private void run() throws IOException, SQLException {
        List<List<BarSeries>> histories = universe.histories(Feed.HISTORY);
        List<List<BarSeries>> nights = universe.nights(Feed.HISTORY);
        compare("new, histories", histories, List.of());
        compare("new, nights", nights, List.of());
        compare("for provisional, histories", histories, universe.histories(Feed.LIVE));
        compare("for provisional, nights", nights, universe.histories(Feed.LIVE));
        compare("for provisional, 1 of 20 differs, nights", nights, universe.histories(Feed.LIVE_NEARLY_RIGHT));
    }

    /** What plain COPY takes is measured in the same rounds, at once and in the same batches. */
    private void compare(String how, List<List<BarSeries>> batches, List<List<BarSeries>> there)
            throws IOException, SQLException {
        prepare(List.of());
        store(BarSource.INTRADAY, RECORDED, batches);
        CopiedRows rows = CopiedRows.of(plain, batches);
        long size = batches.stream()
                .flatMap(List::stream)
                .mapToLong(BarSeries::size)
                .sum();
        Stopwatch adapter = new Stopwatch(how, size);
        List<Stopwatch> copies = List.of(
                new Stopwatch("plain COPY at once", size),
                new Stopwatch("plain COPY in the same batches", size),
                new Stopwatch("plain COPY at once into both tables", size));
        for (int round = 0; round < rounds; round++) {
            prepare(List.of());
            copies.get(0).time(() -> plain.store(rows.all()));
            prepare(List.of());
            copies.get(1).time(() -> rows.storeBatches(plain));
            prepare(List.of());
            copies.get(2).time(() -> rows.storeTwice(plain));
            prepare(there);
            adapter.time(() -> store(BarSource.INTRADAY, RECORDED, batches));
            requireAll(size);
        }
        out.println(adapter + ", " + batches.size() + " batches");
        copies.forEach(copy -> out.printf(Locale.ROOT, "%s; reached: %.2f%n", copy, copy.best() / adapter.best()));
    }

    /** The rows of some bars in the binary form of COPY. */
    private record CopiedRows(byte[] all, List<byte[]> batches, byte[] revisions) {

        static CopiedRows of(PlainCopy plain, List<List<BarSeries>> batches) throws IOException, SQLException {
            List<byte[]> rows = new ArrayList<>();
            for (List<BarSeries> batch : batches) {
                List<String> symbols = batch.stream()
                        .map(one -> one.key().instrument().symbol())
                        .toList();
                BarSeries first = batch.getFirst();
                rows.add(plain.rows(symbols, first.openSecond(0), first.openSecond(first.size() - 1)));
            }
            return new CopiedRows(plain.rows(), rows, plain.revisions());
        }

        void storeBatches(PlainCopy plain) throws IOException, SQLException {
            for (byte[] batch : batches) {
                plain.store(batch);
            }
        }

        void storeTwice(PlainCopy plain) throws IOException, SQLException {
            plain.store(all);
            plain.storeRevisions(revisions);
        }
    }

    private void prepare(List<List<BarSeries>> there) throws SQLException {
        plain.empty();
        store(BarSource.WEBSOCKET, LIVE, there);
        plain.execute("vacuum analyze market_data");
        plain.execute("checkpoint");
    }

    private void requireAll(long expected) throws SQLException {
        long found = plain.count("market_data where standing = 'FINAL'");
        if (found != expected) {
            throw new IllegalStateException("stored " + expected + " final bars, found " + found);
        }
    }

    private void store(BarSource source, Instant recordedAt, List<List<BarSeries>> batches) {
        batches.forEach(batch -> bars.store(new BarBatch(source, recordedAt, batch)));
    }
}
