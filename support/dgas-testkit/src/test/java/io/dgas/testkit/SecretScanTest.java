package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan hears every way in which a secret gets out, and does not repeat it. */
class SecretScanTest {

    private static final String PLANTED = "planted.leak.00001";
    private static final String OTHER = "kept.to.itself.00002";
    private static final String LEAK = "GET /x?api_token=" + PLANTED;

    @RegisterExtension
    static final SecretScan SCAN = new SecretScan(List.of(OTHER, PLANTED)) {};

    @ParameterizedTest
    @ValueSource(strings = {"out", "err", "shouting", "log", "fine log"})
    void aSecretThatGetsOutIsCaughtAndNotRepeated(String way) {
        switch (way) {
            case "out" -> System.out.println(LEAK);
            case "err" -> System.err.print(LEAK);
            case "shouting" -> System.out.println(LEAK.toUpperCase(Locale.ROOT));
            case "log" -> System.getLogger("io.dgas.testkit").log(System.Logger.Level.WARNING, LEAK);
            default -> Logger.getLogger("io.dgas.testkit.part").log(Level.FINEST, "sent", new Leak(LEAK));
        }

        assertThatThrownBy(SCAN::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a secret was printed or logged")
                .message()
                .doesNotContainIgnoringCase(PLANTED);
        assertThatCode(SCAN::check).as("what was looked at is past").doesNotThrowAnyException();
    }

    @Test
    void aSecretInACauseOfWhatIsThrownIsCaughtAndNotRepeated() {
        Exception thrown = new IllegalStateException("no answer", new Leak(LEAK));
        assertThatThrownBy(() -> SCAN.scan(thrown))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a secret was thrown")
                .message()
                .doesNotContain(PLANTED);
    }

    @Test
    void ofTwoSecretsNoneIsRepeated() {
        assertThatThrownBy(() -> SCAN.scan("told", LEAK + "&also=" + OTHER))
                .isInstanceOf(AssertionError.class)
                .hasMessage("a secret was told, after: GET /x?api_token=");
    }

    @Test
    void whatHoldsNoSecretIsLeftAlone() {
        System.out.println("GET /x?api_token=***");
        assertThatCode(SCAN::check).doesNotThrowAnyException();
        assertThatCode(() -> SCAN.scan(new IllegalStateException("no answer"))).doesNotThrowAnyException();
    }

    private static final class Leak extends Exception {
        private static final long serialVersionUID = 1L;

        Leak(String message) {
            super(message);
        }
    }
}
