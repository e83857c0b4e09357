package io.dgas.simulator.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneDiscordTest {

    private static final StandaloneDiscord.Options STANDING =
            StandaloneDiscord.Options.usual().withSpeed(0);

    private final List<String> said = new ArrayList<>();

    private DiscordSimulator start(StandaloneDiscord.Options options) throws IOException {
        return StandaloneDiscord.start(options, RawBot.NOW, said::add);
    }

    @Test
    void itSaysWhereItIsAndWhatItTakes() throws Exception {
        try (DiscordSimulator simulator = start(STANDING)) {
            assertThat(said)
                    .containsExactly(
                            "Discord simulator: one guild, channel 1010000000000000001",
                            "notifications.discord.api_base_url: " + simulator.baseUrl(),
                            "notifications.discord.channel_id: 1010000000000000001",
                            "token: " + DiscordSimulator.TOKEN,
                            "control: " + simulator.controlUrl() + "/messages, /faults, /clock, /requests",
                            "clock: 2026-06-10T15:30:00Z, standing");
        }
    }

    @Test
    void aFaultsFileIsInForceFromTheStart(@TempDir Path folder) throws Exception {
        Path faults = folder.resolve("faults.json");
        Files.writeString(faults, "{\"seed\":5,\"faults\":[{\"kind\":\"unauthorized\"}]}");
        try (DiscordSimulator simulator = start(STANDING.withFaults(faults).withStart(RawBot.NOW.plusSeconds(1)))) {
            assertThat(simulator.faultReport()).contains("\"kind\":\"unauthorized\"");
            assertThat(simulator.clock().instant()).isEqualTo(RawBot.NOW.plusSeconds(1));
        }
    }

    @Test
    void whatCannotBeUsedIsNamedInOneMessage(@TempDir Path folder) throws Exception {
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
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> start(STANDING.withPort(holder.getLocalPort())))
                    .withMessageContaining("port " + holder.getLocalPort() + " is taken");
        }
    }
}
