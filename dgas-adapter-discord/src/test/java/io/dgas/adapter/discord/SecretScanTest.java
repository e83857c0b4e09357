package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.simulator.discord.DiscordSimulator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan that watches over all other tests sees what it should. */
class SecretScanTest extends DiscordTest {

    @ParameterizedTest
    @ValueSource(strings = {"out", "err"})
    void aTokenThatGetsOutIsCaughtAndNotRepeated(String way) {
        String leak = "Authorization: Bot " + SecretScan.PLANTED;
        if (way.equals("out")) {
            System.out.println(leak);
        } else {
            System.err.print(leak);
        }
        assertThatThrownBy(SecretScan::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a token was printed or logged")
                .message()
                .doesNotContain(SecretScan.PLANTED);
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
