package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.TradeEffect;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's table, written down a second time. */
class TradeConditionsTest {

    private static final Set<Integer> NOT_HIGH_LOW = Set.of(2, 7, 12, 13, 15, 16, 20, 21, 37, 52, 53);
    private static final Set<Integer> NOT_LAST = Set.of(2, 5, 7, 10, 12, 13, 15, 16, 20, 21, 22, 29, 33, 37, 52, 53);
    private static final Set<Integer> NOT_VOLUME = Set.of(15, 16, 38);
    private static final Set<Integer> EXTENDED = Set.of(12, 13);

    private static int expected(int code, boolean extended) {
        boolean free = extended && EXTENDED.contains(code);
        return (free || !NOT_HIGH_LOW.contains(code) ? TradeEffect.HIGH_LOW : 0)
                + (free || !NOT_LAST.contains(code) ? TradeEffect.LAST : 0)
                + (NOT_VOLUME.contains(code) ? 0 : TradeEffect.VOLUME);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyCodeMovesWhatTheTableSaysAndTwoMoveWhatBothDo(boolean extended) {
        for (int one = 0; one < 100; one++) {
            for (int other = 0; other < 100; other++) {
                long codes = TradeConditions.with(TradeConditions.with(0, one), other);

                assertThat(TradeConditions.effect(codes, extended))
                        .as("codes %d and %d", one, other)
                        .isEqualTo(expected(one, extended) & expected(other, extended));
            }
        }
    }

    @Test
    void noCodeForbidsNothing() {
        assertThat(TradeConditions.effect(0, false)).isEqualTo(TradeEffect.ALL);
        assertThat(TradeEffect.moves(TradeEffect.ALL, TradeEffect.LAST)).isTrue();
        assertThat(TradeEffect.moves(TradeEffect.VOLUME, TradeEffect.LAST)).isFalse();
    }
}
