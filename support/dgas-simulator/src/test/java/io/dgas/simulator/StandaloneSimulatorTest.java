package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dgas.simulator.steering.Launch;
import io.dgas.simulator.steering.LaunchContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneSimulatorTest implements LaunchContract {

    private static final StandaloneSimulator.Options OPTIONS =
            StandaloneSimulator.Options.usual().withLaunch(STANDING);

    private static final String BARS = """
            symbol,timestamp,open,high,low,close,volume
            XYZ,2026-06-01T13:30:00Z,10.01,10.05,9.99,10.02,300
            XYZ,2026-06-02T13:31:00Z,10.01,10.05,9.99,10.02,300
            """;

    private final List<String> said = new ArrayList<>();

    @Override
    public EodhdSimulator start(Launch launch) throws IOException {
        return start(OPTIONS.withLaunch(launch));
    }

    private EodhdSimulator start(StandaloneSimulator.Options options) throws IOException {
        return StandaloneSimulator.start(options, said::add);
    }

    @Test
    void itSaysWhereItIsAndServesAWholeIndex() throws Exception {
        try (EodhdSimulator simulator = start(STANDING);
                Client client = new Client(simulator)) {
            assertThat(said)
                    .contains(
                            "EODHD simulator: 517 symbols, generated from seed 1",
                            "eodhd.base_url: " + simulator.baseUrl(),
                            "eodhd.websocket_url: " + simulator.websocketUrl(),
                            "clock: 2026-06-01T13:00:00Z, standing");
            assertThat(client.json("/fundamentals/GSPC.INDX?filter=Components&fmt=json")
                            .size())
                    .isEqualTo(517);
            assertThat(client.json("/eod/AAPL.US?fmt=json").size()).isGreaterThan(350);
        }
    }

    @Test
    void recordedBarsComeFromTheFolderOrItsFolderOfMinutes(@TempDir Path folder) throws Exception {
        Path minutes = Files.createDirectory(folder.resolve("1m"));
        Files.writeString(minutes.resolve("XYZ.csv"), BARS);
        try (EodhdSimulator simulator = start(OPTIONS.withData(folder))) {
            assertThat(simulator.truth().tickers()).containsExactly("XYZ.US");
            assertThat(simulator.clock().instant()).isEqualTo(Instant.parse("2026-06-02T13:00:00Z"));
        }
        try (EodhdSimulator simulator = start(
                OPTIONS.withData(minutes).withLaunch(STANDING.withStart(Instant.parse("2026-06-01T13:00:00Z"))))) {
            assertThat(simulator.clock().instant()).isEqualTo(Instant.parse("2026-06-01T13:00:00Z"));
        }
    }

    @Test
    void aFaultOfTheFileStrikes(@TempDir Path folder) throws Exception {
        Path faults = folder.resolve("faults.json");
        Files.writeString(faults, "{\"seed\":5,\"faults\":[{\"kind\":\"quota\"}]}");
        try (EodhdSimulator simulator = start(STANDING.withFaults(faults));
                Client client = new Client(simulator)) {
            assertThat(client.get("/eod/AAPL.US?fmt=json").statusCode()).isEqualTo(402);
        }
    }

    @Test
    void whatCannotBeUsedIsNamedInOneMessage(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(OPTIONS.withData(folder.resolve("none"))))
                .withMessageContaining("none is no folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(OPTIONS.withData(folder)))
                .withMessageContaining("has no bars");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withSymbols(0))
                .withMessageContaining("symbols 0");
    }
}
