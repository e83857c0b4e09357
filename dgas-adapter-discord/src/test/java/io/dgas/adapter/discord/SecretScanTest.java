package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.simulator.discord.DiscordSimulator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The scan that watches over all other tests looks for the tokens of this module, and nothing shows them. */
class SecretScanTest extends DiscordTest {

    /** Each is printed and caught, which also shows that JUnit has found the scan. */
    @Test
    void everyTokenThatATestUsesIsLookedFor() {
        DiscordSecretScan scan = new DiscordSecretScan();
        for (String token : List.of(DiscordSimulator.TOKEN, DiscordSimulator.OTHER_TOKEN, "wrong.token.of.nobody")) {
            System.out.println("Authorization: Bot " + token);
            assertThatThrownBy(scan::check)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Authorization: Bot ")
                    .message()
                    .doesNotContain(token);
        }
    }

    @Test
    void nothingPublicShowsTheToken() {
        BotSettings settings = settings(TIMEOUT);
        List<Object> all = List.of(
                settings,
                notifier,
                notifier.channel(),
                new DiscordCheck(settings, simulator.clock()),
                new DiscordCheck(settings, simulator.clock()).run());
        assertThat(all).map(Objects::toString).noneMatch(text -> text.contains(DiscordSimulator.TOKEN));
    }
}
