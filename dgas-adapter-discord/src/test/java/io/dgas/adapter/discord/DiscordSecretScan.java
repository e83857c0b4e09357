package io.dgas.adapter.discord;

import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.testkit.SecretScan;
import java.util.List;

/** Looks for each token that a test of this module uses. */
public final class DiscordSecretScan extends SecretScan {

    public DiscordSecretScan() {
        super(List.of(DiscordSimulator.TOKEN, DiscordSimulator.OTHER_TOKEN, "wrong.token.of.nobody"));
    }
}
