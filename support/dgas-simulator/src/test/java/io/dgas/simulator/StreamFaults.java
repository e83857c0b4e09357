package io.dgas.simulator;

import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.tape.TimedTrade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator one minute before an open, whose socket is spoiled to order. */
abstract class StreamFaults {

    static final Instant OPEN = Instant.parse("2026-06-01T13:30:00Z");
    static final String TEN_MINUTES_ON = "2026-06-01T13:40:00Z";

    EodhdSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        LocalDate first = LocalDate.parse("2026-05-26");
        GeneratedMarket market =
                GeneratedMarket.of(7, 60, new GeneratedMarket.Dates(first, LocalDate.parse("2026-06-05")));
        simulator = EodhdSimulator.start(EodhdSimulator.Settings.of(market, Instant.parse("2026-06-01T13:29:00Z")));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    void order(String kind, String fields) {
        simulator.order("{\"seed\":3,\"faults\":[{\"kind\":\"" + kind + "\"" + fields + "}]}");
    }

    Socket listening(String symbols) throws InterruptedException {
        Socket socket = Socket.authorized(simulator);
        socket.subscribe(symbols);
        socket.forget();
        return socket;
    }

    List<TimedTrade> sent() {
        return simulator.sent().trades("AAPL.US", OPEN, OPEN.plusSeconds(600));
    }
}
