package io.dgas.bench.decision;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.application.port.in.PredictSymbols.Phases;
import io.dgas.application.port.in.PredictSymbols.Report;
import io.dgas.application.port.in.PredictSymbols.Request;
import io.dgas.application.port.in.PredictSymbols.Tick;
import io.dgas.application.port.out.BarReader;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.prediction.AdjustedBars;
import io.dgas.application.prediction.Announcers;
import io.dgas.application.prediction.DecisionSettings;
import io.dgas.application.prediction.KeptColumns;
import io.dgas.application.prediction.PredictionCycle;
import io.dgas.domain.bar.Adjuster;
import io.dgas.domain.bar.Adjustment;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.timeframe.Timeframes;
import io.dgas.postgres.server.PrivatePostgres;
import io.dgas.postgres.server.ServerAddress;
import io.dgas.testkit.bars.RandomWalk;
import io.dgas.testkit.trades.MadeUpTrades;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prediction cycles from PostgreSQL to committed signals: half hours of made-up symbols, 2,000 bars each, with the day and the
 * week above them, on a private server with the settings of every installation. At each turn one bar of every symbol is
 * stored, as live collection stores it, and then all are decided: once by a cycle that reads everything, once by one that
 * keeps its columns. The server has vacuumed what was loaded, as it does by itself within minutes. Prints the phases.
 */
public final class PredictionCycles {

    private static final int BARS = 2_000;
    private static final int BATCH = 500;
    private static final Timeframes TIMEFRAMES = new Timeframes(Timeframe.M30, List.of(Timeframe.D1, Timeframe.W1));
    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();
    private static final LocalDate LAST = LocalDate.of(2026, 6, 12);

    private final Database database;
    private final PrintStream out;
    private final List<BarSeries> universe;
    private final int rounds;

    private PredictionCycles(Database database, PrintStream out, int symbols, int rounds) {
        this.database = database;
        this.out = out;
        this.rounds = rounds;
        List<Long> opens = opens(BARS + 2 * rounds);
        this.universe = MadeUpTrades.symbols(symbols).stream()
                .map(symbol -> new Instrument(symbol.replace('-', '.')))
                .map(instrument -> series(instrument, opens))
                .toList();
    }

    /** Takes how many symbols and, if wanted, how many rounds. */
    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int symbols = arguments.length == 0 ? 517 : Integer.parseInt(arguments[0]);
        int rounds = arguments.length < 2 ? 60 : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("dgas-bench-");
        PrivatePostgres server = PrivatePostgres.in(folder);
        ServerAddress address = server.start();
        try (Database database = Database.open(DatabaseUrl.of(address, PrivatePostgres.DATABASE));
                Connection plain =
                        DriverManager.getConnection(address.jdbcUrl(PrivatePostgres.DATABASE), address.login())) {
            database.schema().migrate();
            PredictionCycles cycles = new PredictionCycles(database, out, symbols, rounds);
            cycles.load();
            plain.createStatement().execute("vacuum analyze market_data");
            cycles.run();
        } finally {
            server.stop();
            deleteAll(folder);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The newest half hours, oldest first. */
    private static List<Long> opens(int count) {
        List<Long> opens = new ArrayList<>();
        CALENDAR.sessions(LAST.minusDays(2L * count / 13 + 30), LAST).forEach(session -> {
            for (long open = session.open().getEpochSecond();
                    open < session.close().getEpochSecond();
                    open += Timeframe.M30.seconds()) {
                opens.add(open);
            }
        });
        return opens.subList(opens.size() - count, opens.size());
    }

    private static BarSeries series(Instrument instrument, List<Long> opens) {
        RandomWalk walk = RandomWalk.of(instrument.hashCode(), opens.size(), 4, 1_000, 0.1);
        BarSeries.Builder series = BarSeries.builder(new BarKey(instrument, Timeframe.M30), opens.size());
        for (int bar = 0; bar < opens.size(); bar++) {
            long open = opens.get(bar);
            series.add(
                    open,
                    CALENDAR.closeOfBar(open, Timeframe.M30),
                    walk.open(bar),
                    walk.high(bar),
                    walk.low(bar),
                    walk.close(bar),
                    100_000,
                    CALENDAR.isShortBar(open, Timeframe.M30));
        }
        return series.build();
    }

    private void load() {
        for (int from = 0; from < universe.size(); from += BATCH) {
            store(universe.subList(from, Math.min(from + BATCH, universe.size())).stream()
                    .map(series -> series.first(BARS))
                    .toList());
        }
    }

    private void run() {
        out.printf(Locale.ROOT, "%d symbols, %d bars each, %s%n", universe.size(), BARS, TIMEFRAMES);
        BarReader store = database.markedBars(CALENDAR);
        rounds("reads everything", store, BARS);
        rounds("keeps its columns", new KeptColumns(database.markedBars(CALENDAR)), BARS + rounds);
    }

    private void store(List<BarSeries> series) {
        database.bars(CALENDAR).store(new BarBatch(BarSource.WEBSOCKET, Instant.now(), series));
    }

    private void rounds(String name, BarReader bars, int first) {
        PredictionCycle cycle = new PredictionCycle(
                new AdjustedBars(
                        bars,
                        database.corporateActions(),
                        new Adjuster(CALENDAR, Adjustment.SPLITS_AND_DIVIDENDS),
                        CALENDAR),
                new PredictionCycle.Recording(database.predictions(), Announcers.NOBODY),
                new DecisionSettings(BARS, 3, Adjustment.SPLITS_AND_DIVIDENDS, new AtrMultiples(1.5, 2.5), "benchmark"),
                InstantSource.system());
        Set<Instrument> instruments =
                universe.stream().map(series -> series.key().instrument()).collect(Collectors.toSet());
        List<Phases> phases = new ArrayList<>();
        long before = 0;
        int signals = 0;
        for (int round = 0; round < rounds; round++) {
            int bar = first + round;
            store(universe.stream()
                    .map(series -> series.first(bar + 1).newest(1))
                    .toList());
            Instant tick = universe.getFirst().closeTime(bar);
            Report report = cycle.predict(Request.of(
                    instruments,
                    TIMEFRAMES,
                    new Tick(tick, true, new TreeMap<>(), Duration.ZERO, Instant.MAX, Optional.empty())));
            phases.add(report.phases());
            signals += report.newSignals();
            before = round == rounds / 2 ? reachable() : before;
        }
        out.printf(
                Locale.ROOT,
                "%s: %d cycles, %d signals; the first cycle of all %d ms; reachable memory %,d bytes at half time, %,d at the end%n",
                name,
                rounds,
                signals,
                all(phases.getFirst()).toMillis(),
                before,
                reachable());
        print("gather", phases, Phases::gather);
        print("decide", phases, Phases::decide);
        print("record", phases, Phases::record);
        print("all", phases, PredictionCycles::all);
    }

    private static Duration all(Phases phases) {
        return phases.gather().plus(phases.decide()).plus(phases.record());
    }

    private static long reachable() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void print(String name, List<Phases> phases, Function<Phases, Duration> part) {
        List<Duration> sorted = phases.stream().map(part).sorted().toList();
        out.printf(
                Locale.ROOT,
                "  %-7s p50 %4d ms, p95 %4d ms, max %4d ms%n",
                name,
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                sorted.getLast().toMillis());
    }

    private static long quantile(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).toMillis();
    }
}
