package io.dgas.simulator;

import io.dgas.simulator.account.Plan;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.market.Market;
import io.dgas.simulator.market.Publication;
import io.dgas.simulator.market.RecordedMarket;
import io.dgas.simulator.market.Session;
import io.dgas.simulator.steering.Launch;
import java.io.IOException;
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
     * @param launch where it names no start, the clock starts half an hour before the opening of the last recorded session,
     *     or of the first session of June 2026 where bars are generated
     * @param data a folder of CSV files of recorded minute bars, or of such a folder named {@code 1m}; none to generate bars
     * @param symbols how many symbols are generated where there is no data
     * @param webSocketSymbols how many symbols the token may have on its WebSockets
     * @param seed of the generated bars and of the single trades
     */
    public record Options(Launch launch, Optional<Path> data, int symbols, int webSocketSymbols, long seed) {

        private static final int MOST_SYMBOLS = 17_576;

        public Options {
            require(
                    symbols >= 1 && symbols <= MOST_SYMBOLS,
                    "symbols " + symbols + " must be from 1 to " + MOST_SYMBOLS);
            require(webSocketSymbols >= 1, "WebSocket symbols " + webSocketSymbols + " must be 1 or more");
        }

        /** 517 generated symbols, the usual launch, 50 symbols on WebSockets. */
        public static Options usual() {
            return new Options(Launch.usual(), Optional.empty(), 517, 50, 1);
        }

        public Options withLaunch(Launch other) {
            return new Options(other, data, symbols, webSocketSymbols, seed);
        }

        public Options withData(Path folder) {
            return new Options(launch, Optional.of(folder), symbols, webSocketSymbols, seed);
        }

        public Options withSymbols(int count) {
            return new Options(launch, data, count, webSocketSymbols, seed);
        }

        public Options withWebSocketSymbols(int most) {
            return new Options(launch, data, symbols, most, seed);
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
        EodhdSimulator simulator = options.launch.run(() -> EodhdSimulator.start(settings(options)));
        announce(simulator, options, out);
        return simulator;
    }

    private static EodhdSimulator.Settings settings(Options options) throws IOException {
        Market market = market(options);
        Instant start = options.launch.start().orElseGet(() -> beforeTheOpening(market, options));
        List<Plan> plans =
                List.of(Plan.paid(EodhdSimulator.TOKEN).withWebSocketSymbols(options.webSocketSymbols), Plan.demo());
        return new EodhdSimulator.Settings(
                options.launch.port(), new VirtualClock(start, 0), market, plans, Publication.nextDay(), options.seed);
    }

    private static Market market(Options options) throws IOException {
        if (options.data.isPresent()) {
            return RecordedMarket.read(folder(options.data.get()));
        }
        LocalDate session = options.launch
                .start()
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

    private static void announce(EodhdSimulator simulator, Options options, Consumer<String> out) {
        out.accept("EODHD simulator: " + simulator.truth().tickers().size() + " symbols, "
                + (options.data.isPresent()
                        ? "recorded in " + options.data.get()
                        : "generated from seed " + options.seed));
        out.accept("eodhd.base_url: " + simulator.baseUrl());
        out.accept("eodhd.websocket_url: " + simulator.websocketUrl());
        out.accept("token: " + EodhdSimulator.TOKEN + " (" + options.webSocketSymbols + " WebSocket symbols), or demo");
        out.accept("control: " + simulator.controlUrl() + "/faults, /clock, /sockets");
        out.accept(options.launch.clockLine(simulator.clock()));
    }
}
