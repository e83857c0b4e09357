package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.simulator.account.Plan;
import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.tape.TimedTrade;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hundreds of symbols through a whole session in lockstep, over several connections. */
class WholeSessionTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final Instant OPEN = Instant.parse("2026-06-01T13:30:00Z");
    private static final Instant CLOSE = Instant.parse("2026-06-01T20:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Counts what it hears. */
    private static final class Counter implements WebSocket.Listener {

        private final AtomicLong heard = new AtomicLong();
        private final CompletableFuture<Boolean> ponged = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            ponged.complete(true);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.addAndGet(last ? 1 : 0);
            socket.request(1);
            return null;
        }
    }

    @Test
    void everyMinuteOfEverySymbolIsSentAndAddsUp() throws Exception {
        GeneratedMarket market = GeneratedMarket.of(3, 517, new GeneratedMarket.Dates(MONDAY, MONDAY));
        EodhdSimulator.Settings settings = EodhdSimulator.Settings.of(market, OPEN.minusSeconds(60))
                .withPlans(Plan.paid(EodhdSimulator.TOKEN).withWebSocketSymbols(600));
        try (EodhdSimulator simulator = EodhdSimulator.start(settings);
                HttpClient http = HttpClient.newHttpClient()) {
            Counter counter = new Counter();
            URI address = URI.create(simulator.websocketUrl() + "/us?api_token=" + EodhdSimulator.TOKEN);
            WebSocket socket =
                    http.newWebSocketBuilder().buildAsync(address, counter).join();
            simulator.clock().advance(Duration.ofSeconds(1));
            String symbols = String.join(",", market.tickers()).replace(".US", "");
            socket.sendText("{\"action\":\"subscribe\",\"symbols\":\"" + symbols + "\"}", true)
                    .join();
            assertThat(simulator
                            .sockets()
                            .await(states -> states.getFirst().symbols().size() == 517, PATIENCE))
                    .isTrue();
            while (simulator.clock().instant().isBefore(CLOSE.plusSeconds(60))) {
                simulator.clock().advance(Duration.ofSeconds(1));
            }
            for (String ticker : market.tickers()) {
                assertThat(withoutVolume(simulator.sent().minutes(ticker, OPEN, CLOSE)))
                        .as(ticker)
                        .isEqualTo(withoutVolume(simulator.truth().minutes(ticker, MONDAY)));
            }
            List<TimedTrade> trades = simulator.sent().trades("AAPL.US", OPEN, CLOSE);
            assertThat(trades).hasSameElementsAs(simulator.truth().trades("AAPL.US", OPEN, CLOSE));
            long sent = simulator.sockets().states().getFirst().messagesSent();
            assertThat(sent).isGreaterThan(517L * 390 * 4);
            socket.sendPing(ByteBuffer.allocate(0)).join();
            counter.ponged.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(counter.heard).hasValue(sent);
            socket.abort();
        }
    }

    private static List<MinuteBar> withoutVolume(List<MinuteBar> bars) {
        return bars.stream()
                .map(bar -> new MinuteBar(bar.openSecond(), bar.open(), bar.high(), bar.low(), bar.close(), 0))
                .toList();
    }
}
