package io.dgas.simulator;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator on a day in June, whose answers are spoiled to order. */
abstract class RestFaults {

    static final String EOD = "/eod/AAPL.US?fmt=json";

    EodhdSimulator simulator;
    Client client;

    @BeforeEach
    void start() throws Exception {
        simulator =
                EodhdSimulator.start(EodhdSimulator.Settings.of(Markets.june(), Instant.parse("2026-06-10T15:00:00Z")));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }
}
