package io.dgas.simulator;

import io.dgas.simulator.account.Plan;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.market.Market;
import io.dgas.simulator.market.Publication;
import io.dgas.simulator.market.RecordedMarket;
import io.dgas.simulator.market.Session;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The simulator as a program of its own, which any client can be pointed at. */
public final class StandaloneSimulator {

    /**
     * What it is started with.
     *
     * @param port 0 for a free one
     * @param data a folder of CSV files of recorded minute bars, or of such a folder named {@code 1m}; none to generate bars
     * @param symbols how many symbols are generated where there is no data
     * @param start the clock's first instant; none for half an hour before the opening of the last recorded session, or of
     *     the first session of June 2026 where bars are generated
     * @param speed virtual seconds a real second; 0 lets the clock stand
     * @param faults a scenario file; none for an honest vendor
     * @param webSocketSymbols how many symbols the token may have on its WebSockets
     * @param seed of the generated bars and of the single trades
     */
    public record Options(
            int port,
            Optional<Path> data,
            int symbols,
            Optional<Instant> start,
            double speed,
            Optional<Path> faults,
            int webSocketSymbols,
            long seed) {

        private static final int MOST_SYMBOLS = 17_576;

        public Options {
            require(port >= 0 && port <= 65_535, "port " + port + " must be from 0 to 65535");
            require(
                    symbols >= 1 && symbols <= MOST_SYMBOLS,
                    "symbols " + symbols + " must be from 1 to " + MOST_SYMBOLS);
            require(
                    speed >= 0 && speed <= 1_000_000,
                    "speed " + speed + " must be from 0 (the clock stands) to 1000000");
            require(webSocketSymbols >= 1, "WebSocket symbols " + webSocketSymbols + " must be 1 or more");
        }

        /** 517 generated symbols, a free port, real speed, no faults, 50 symbols on WebSockets. */
        public static Options usual() {
            return new Options(0, Optional.empty(), 517, Optional.empty(), 1, Optional.empty(), 50, 1);
        }

        public Options withPort(int other) {
            return new Options(other, data, symbols, start, speed, faults, webSocketSymbols, seed);
        }

        public Options withData(Path folder) {
            return new Options(port, Optional.of(folder), symbols, start, speed, faults, webSocketSymbols, seed);
        }

        public Options withSymbols(int count) {
            return new Options(port, data, count, start, speed, faults, webSocketSymbols, seed);
        }

        public Options withStart(Instant instant) {
            return new Options(port, data, symbols, Optional.of(instant), speed, faults, webSocketSymbols, seed);
        }

        public Options withSpeed(double other) {
            return new Options(port, data, symbols, start, other, faults, webSocketSymbols, seed);
        }

        public Options withFaults(Path scenario) {
            return new Options(port, data, symbols, start, speed, Optional.of(scenario), webSocketSymbols, seed);
        }

        public Options withWebSocketSymbols(int most) {
            return new Options(port, data, symbols, start, speed, faults, most, seed);
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }

    private static final LocalDate GENERATED_SESSION = LocalDate.of(2026, 6, 1);
    private static final int MONTHS_BEFORE = 18;
    private static final int MONTHS_AFTER = 3;
    private static final Duration LEAD = Duration.ofMinutes(30);

    private StandaloneSimulator() {}

    /**
     * Starts, and says line by line where it is, which token it takes and what its clock shows.
     *
     * @throws IllegalArgumentException with one message that names what cannot be used: the folder, the file, the port
     */
    public static EodhdSimulator start(Options options, Consumer<String> out) throws IOException {
        Optional<String> scenario =
                options.faults.isPresent() ? Optional.of(read(options.faults.get())) : Optional.empty();
        Market market = market(options);
        Instant start = options.start.orElseGet(() -> beforeTheOpening(market, options));
        EodhdSimulator simulator = started(settings(options, market, start));
        try {
            scenario.ifPresent(simulator::order);
        } catch (IllegalArgumentException wrong) {
            simulator.close();
            throw new IllegalArgumentException(
                    "faults file " + options.faults.orElseThrow() + ": " + wrong.getMessage(), wrong);
        }
        simulator.clock().run(options.speed);
        announce(simulator, market, options, out);
        return simulator;
    }

    private static EodhdSimulator.Settings settings(Options options, Market market, Instant start) {
        List<Plan> plans =
                List.of(Plan.paid(EodhdSimulator.TOKEN).withWebSocketSymbols(options.webSocketSymbols), Plan.demo());
        return new EodhdSimulator.Settings(
                options.port, new VirtualClock(start, 0), market, plans, Publication.nextDay(), options.seed);
    }

    private static EodhdSimulator started(EodhdSimulator.Settings settings) throws IOException {
        try {
            return EodhdSimulator.start(settings);
        } catch (BindException taken) {
            throw new IllegalArgumentException(
                    "port " + settings.port() + " is taken; give another, or 0 for a free one", taken);
        }
    }

    private static Market market(Options options) throws IOException {
        if (options.data.isPresent()) {
            return RecordedMarket.read(folder(options.data.get()));
        }
        LocalDate session = options.start
                .map(start -> Session.containing(start.getEpochSecond()).date())
                .orElse(GENERATED_SESSION);
        return GeneratedMarket.of(
                options.seed,
                options.symbols,
                new GeneratedMarket.Dates(session.minusMonths(MONTHS_BEFORE), session.plusMonths(MONTHS_AFTER)));
    }

    private static Path folder(Path data) {
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException("data " + data + " is no folder; it must hold CSV files of minute bars");
        }
        return Files.isDirectory(data.resolve("1m")) ? data.resolve("1m") : data;
    }

    private static Instant beforeTheOpening(Market market, Options options) {
        LocalDate date = options.data.isEmpty()
                ? GENERATED_SESSION
                : market.tickers().stream()
                        .flatMap(ticker -> market.find(ticker).stream())
                        .map(listing -> listing.dates().last())
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        return Instant.ofEpochSecond(Session.on(date).open()).minus(LEAD);
    }

    private static String read(Path scenario) {
        try {
            return Files.readString(scenario);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "faults file " + scenario + " cannot be read; it must be JSON such as"
                            + " {\"faults\":[{\"kind\":\"quota\",\"nth\":5}]}",
                    e);
        }
    }

    private static void announce(EodhdSimulator simulator, Market market, Options options, Consumer<String> out) {
        out.accept("EODHD simulator: " + market.tickers().size() + " symbols, "
                + (options.data.isPresent()
                        ? "recorded in " + options.data.get()
                        : "generated from seed " + options.seed));
        out.accept("eodhd.base_url: " + simulator.baseUrl());
        out.accept("eodhd.websocket_url: " + simulator.websocketUrl());
        out.accept("token: " + EodhdSimulator.TOKEN + " (" + options.webSocketSymbols + " WebSocket symbols), or demo");
        out.accept("control: " + simulator.controlUrl() + "/faults, /clock, /sockets");
        out.accept("clock: " + simulator.clock().instant() + ", "
                + (options.speed == 0 ? "standing" : options.speed + " seconds a second"));
    }
}
