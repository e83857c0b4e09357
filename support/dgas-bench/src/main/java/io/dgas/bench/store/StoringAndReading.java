package io.dgas.bench.store;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.bench.RecordedSeries;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stores the daily bars of a folder through the adapter, as {@code dgas data import} does it, and beside that by plain COPY
 * of the same rows into the same table, in turns, on a private server of its own with the settings of every installation.
 * Then reads about a million bars back. Prints rows in a second and the share of plain COPY that storing reaches.
 */
public final class StoringAndReading {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final int COPIES = 6;

    private final TradingCalendar calendar = TradingCalendar.nyse();
    private final BarRepository bars;
    private final PlainCopy plain;
    private final PrintStream out;
    private final int rounds;

    private StoringAndReading(Database database, Connection connection, PrintStream out, int rounds) {
        this.bars = database.bars(calendar);
        this.plain = new PlainCopy(connection);
        this.out = out;
        this.rounds = rounds;
    }

    /** Takes a folder of CSV files with daily bars and, if wanted, how many rounds. */
    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length < 1 || arguments.length > 2) {
            out.println("usage: bench.sh import FOLDER [ROUNDS] (of CSV files with daily bars)");
            return;
        }
        int rounds = arguments.length == 1 ? 9 : Integer.parseInt(arguments[1]);
        List<BarSeries> universe = RecordedSeries.readAll(Path.of(arguments[0]), Timeframe.D1);
        Path folder = Files.createTempDirectory("dgas-bench-");
        PrivatePostgres server = PrivatePostgres.in(folder);
        try {
            measure(universe, server.start(), out, rounds);
        } finally {
            server.stop();
            deleteAll(folder);
        }
    }

    private static void measure(List<BarSeries> universe, ServerAddress address, PrintStream out, int rounds)
            throws IOException, SQLException {
        String name = PrivatePostgres.DATABASE;
        try (Database database = Database.open(DatabaseUrl.of(address, name));
                Connection connection = DriverManager.getConnection(address.jdbcUrl(name), address.login())) {
            database.schema().migrate();
            StoringAndReading trial = new StoringAndReading(database, connection, out, rounds);
            trial.storeWhereNothingIs(universe);
            trial.storeBetweenStored(universe);
            trial.storeAgain(universe);
            trial.readBack(universe);
        }
    }

    private void storeWhereNothingIs(List<BarSeries> universe) throws IOException, SQLException {
        plain.empty();
        store(universe);
        compare("into the empty table", universe, List.of());
    }

    /** Every second bar is there: each new row goes between two others, so that all must be merged. */
    private void storeBetweenStored(List<BarSeries> universe) throws IOException, SQLException {
        List<BarSeries> odd = part(universe, bar -> bar % 2 == 1);
        plain.empty();
        store(odd);
        compare("between stored bars", odd, part(universe, bar -> bar % 2 == 0));
    }

    /** What is to be stored lies in the table when this is called, and nothing else. */
    private void compare(String place, List<BarSeries> series, List<BarSeries> there) throws IOException, SQLException {
        byte[] rows = plain.rows();
        Stopwatch adapter = new Stopwatch("adapter, " + place, size(series));
        Stopwatch copy = new Stopwatch("plain COPY, " + place, size(series));
        for (int round = 0; round < rounds; round++) {
            prepare(there);
            adapter.time(() -> store(series));
            prepare(there);
            copy.time(() -> plain.store(rows));
        }
        out.println(adapter);
        out.println(copy);
        out.printf(Locale.ROOT, "storing %s reaches %.2f of plain COPY%n", place, copy.best() / adapter.best());
    }

    private void prepare(List<BarSeries> there) throws SQLException {
        plain.empty();
        if (!there.isEmpty()) {
            store(there);
            plain.execute("checkpoint");
        }
    }

    private void storeAgain(List<BarSeries> universe) throws IOException, SQLException {
        prepare(universe);
        Stopwatch again = new Stopwatch("adapter, the same bars again", size(universe));
        for (int round = 0; round < rounds; round++) {
            again.time(() -> store(universe));
        }
        out.println(again);
    }

    private void readBack(List<BarSeries> universe) throws IOException, SQLException {
        List<BarSeries> many = IntStream.range(0, COPIES)
                .boxed()
                .flatMap(copy -> universe.stream().map(series -> renamed(series, copy)))
                .toList();
        prepare(many);
        Set<Instrument> instruments =
                many.stream().map(series -> series.key().instrument()).collect(Collectors.toSet());
        read("reading, just stored", instruments, size(many));
        plain.execute("vacuum market_data");
        read("reading, after the server's next vacuum", instruments, size(many));
    }

    private void read(String work, Set<Instrument> instruments, long expected) throws IOException, SQLException {
        Stopwatch reading = new Stopwatch(work, expected);
        for (int round = 0; round < rounds; round++) {
            reading.time(() -> requireAll(bars.load(instruments, Timeframe.D1, LATER, Integer.MAX_VALUE), expected));
        }
        out.println(reading);
    }

    private static void requireAll(Map<Instrument, BarSeries> read, long expected) {
        long found = size(read.values());
        if (found != expected) {
            throw new IllegalStateException("stored " + expected + " bars, read " + found);
        }
    }

    private void store(List<BarSeries> series) {
        bars.store(new BarBatch(BarSource.IMPORT, RECORDED, series));
    }

    private static long size(Iterable<BarSeries> series) {
        long size = 0;
        for (BarSeries one : series) {
            size += one.size();
        }
        return size;
    }

    private static BarSeries renamed(BarSeries series, int copy) {
        Instrument instrument = Instrument.parse(series.key().instrument() + "-" + copy);
        return chosen(series, new BarKey(instrument, series.key().timeframe()), bar -> true);
    }

    private static List<BarSeries> part(List<BarSeries> universe, IntPredicate choice) {
        return universe.stream()
                .map(series -> chosen(series, series.key(), choice))
                .toList();
    }

    private static BarSeries chosen(BarSeries series, BarKey key, IntPredicate choice) {
        BarSeries.Builder builder = BarSeries.builder(key, series.size());
        IntStream.range(0, series.size()).filter(choice).forEach(bar -> builder.add(series, bar));
        return builder.build();
    }

    static void deleteAll(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
