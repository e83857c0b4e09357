package io.dgas.simulator.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every simulator that is started as a program of its own. */
public interface LaunchContract {

    Launch STANDING = Launch.usual().withSpeed(0);

    LoopbackSimulator start(Launch launch) throws IOException;

    @Test
    default void aFaultsFileIsInForceFromTheStart(@TempDir Path folder) throws Exception {
        Path faults = folder.resolve("faults.json");
        Files.writeString(faults, "{\"seed\":5,\"faults\":[{\"kind\":\"rate-limited\"}]}");
        Instant start = Instant.parse("2026-06-10T15:30:01Z");
        try (LoopbackSimulator simulator = start(STANDING.withFaults(faults).withStart(start))) {
            assertThat(simulator.faultReport()).startsWith("{\"seed\":5,").contains("\"kind\":\"rate-limited\"");
            assertThat(simulator.clock().instant()).isEqualTo(start);
        }
    }

    @Test
    default void theClockRunsAsFastAsItIsLaunched() throws Exception {
        try (LoopbackSimulator simulator = start(STANDING.withSpeed(30))) {
            assertThat(simulator.clock().speed()).isEqualTo(30);
        }
    }

    @Test
    default void aLaunchThatCannotBeUsedIsNamedInOneMessage(@TempDir Path folder) throws Exception {
        Path faults = folder.resolve("faults.json");
        Files.writeString(faults, "{\"faults\":[{\"kind\":\"quotta\"}]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(STANDING.withFaults(faults)))
                .withMessageStartingWith("faults file " + faults + ": no kind of fault \"quotta\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(STANDING.withFaults(folder.resolve("none.json"))))
                .withMessageContaining("none.json cannot be read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDING.withSpeed(-1))
                .withMessageContaining("speed -1.0 must be from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDING.withPort(70_000))
                .withMessageContaining("port 70000");
    }

    @Test
    default void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> start(STANDING.withPort(holder.getLocalPort())))
                    .withMessageContaining("port " + holder.getLocalPort() + " is taken");
        }
    }
}
