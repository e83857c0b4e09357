package io.dgas.simulator.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.simulator.steering.Launch;
import io.dgas.simulator.steering.LaunchContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandaloneDiscordTest implements LaunchContract {

    private final List<String> said = new ArrayList<>();

    @Override
    public DiscordSimulator start(Launch launch) throws IOException {
        return StandaloneDiscord.start(launch, RawBot.NOW, said::add);
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
}
