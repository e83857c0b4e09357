package io.dgas.adapter.discord.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart that would cover each other, as little as it can and without changing their order. */
final class Stack {

    private final double gap;
    private final Span room;
    private final List<Pile> piles = new ArrayList<>();

    private Stack(double gap, Span room) {
        this.gap = gap;
        this.room = room;
    }

    /**
     * The rows for labels that would like to be at {@code wanted}, index for index.
     *
     * @param gap least distance of two rows
     * @param room the rows that may be used, large enough for all
     */
    static double[] apart(double[] wanted, double gap, Span room) {
        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(label -> wanted[label]))
                .toList();
        Stack stack = new Stack(gap, room);
        order.forEach(label -> stack.add(wanted[label]));
        double[] sorted = stack.rows();
        double[] rows = new double[wanted.length];
        for (int at = 0; at < sorted.length; at++) {
            rows[order.get(at)] = sorted[at];
        }
        return rows;
    }

    /** Labels that touch each other: the wished tops sum up so that the mean shift is least. */
    private record Pile(int count, double wishes) {}

    private void add(double wanted) {
        Pile pile = new Pile(1, wanted);
        while (!piles.isEmpty() && bottom(piles.getLast()) + gap > top(pile)) {
            Pile above = piles.removeLast();
            pile = new Pile(above.count + pile.count, above.wishes + pile.wishes - pile.count * above.count * gap);
        }
        piles.add(pile);
    }

    private double top(Pile pile) {
        double lowest = Math.max(room.low(), room.high() - (pile.count - 1) * gap);
        return Math.clamp(pile.wishes / pile.count, room.low(), lowest);
    }

    private double bottom(Pile pile) {
        return top(pile) + (pile.count - 1) * gap;
    }

    private double[] rows() {
        return piles.stream()
                .flatMapToDouble(pile -> IntStream.range(0, pile.count).mapToDouble(at -> top(pile) + at * gap))
                .toArray();
    }
}
