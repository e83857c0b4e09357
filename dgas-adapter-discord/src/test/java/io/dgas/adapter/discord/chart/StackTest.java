package io.dgas.adapter.discord.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackTest {

    private static final Span ROOM = new Span(100, 600);
    private static final double GAP = 28;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsLabelsApartInOrderAndInTheRoom(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] wanted = random.doubles(1 + random.nextInt(12), 100, 600).toArray();
        if (seed % 3 == 0) {
            Arrays.setAll(wanted, at -> 100 + (wanted[at] - 100) / 20);
        }

        double[] rows = Stack.apart(wanted, GAP, ROOM);

        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> wanted[at]))
                .toList();
        for (int at = 0; at < order.size(); at++) {
            double row = rows[order.get(at)];
            assertThat(row).as("seed %d", seed).isBetween(100.0, 600.0);
            if (at > 0) {
                assertThat(row - rows[order.get(at - 1)]).as("seed %d", seed).isGreaterThanOrEqualTo(GAP - 1e-9);
            }
        }
    }

    @Test
    void leavesLabelsWhereTheyAreWhenTheyHaveRoom() {
        assertThat(Stack.apart(new double[] {400, 120, 200}, GAP, ROOM)).containsExactly(400, 120, 200);
    }

    @Test
    void sharesTheShiftOfTwoThatCoverEachOther() {
        double[] rows = Stack.apart(new double[] {300, 310}, GAP, ROOM);

        assertThat(rows[0]).isCloseTo(291, within(1e-9));
        assertThat(rows[1]).isCloseTo(319, within(1e-9));
    }
}
