package io.dgas.adapter.discord.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of an area where it cannot mislead: in its own area or right beside it, with nothing on it or between the two.
 *
 * @param row the middle of the text
 */
record AreaName(Band band, int row) {

    /** Half the height of a name with some room. */
    static final double HALF = 8.5;

    /** What lies on the edge of an area, as a level that makes it, does not come between. */
    private static final double EDGE = 2;

    /** Farther than this from its area a name would mislead. */
    private static final int FARTHEST = 20;

    /**
     * Those that find a place.
     *
     * @param lines rows of the lines that cross the place of the names
     */
    static List<AreaName> of(List<Band> bands, List<Double> lines, Span room) {
        List<Span> taken = new ArrayList<>();
        lines.forEach(row -> taken.add(Span.of(row)));
        List<AreaName> names = new ArrayList<>();
        for (Band band : bands) {
            candidates(band, bands)
                    .filter(name -> room.contains(name.text().low())
                            && room.contains(name.text().high())
                            && name.isFree(bands, taken))
                    .findFirst()
                    .ifPresent(name -> {
                        names.add(name);
                        taken.add(name.text());
                    });
        }
        return names;
    }

    /** From the middle away, first on the side that is farther from the close. */
    private static Stream<AreaName> candidates(Band band, List<Band> bands) {
        int middle = (int) Math.rint(free(band, bands).middle());
        int outwards = band.support() ? 1 : -1;
        return IntStream.rangeClosed(0, (int) band.rows().length() + 2 * FARTHEST)
                .mapToObj(at -> new AreaName(band, middle + outwards * (at % 2 == 0 ? -at / 2 : (at + 1) / 2)));
    }

    /** Of a near area what the far one leaves of it, if that is enough for a name. */
    private static Span free(Band band, List<Band> bands) {
        return bands.stream()
                .filter(other -> other.far() && !band.far() && other.support() == band.support())
                .map(other -> band.rows().without(other.rows()))
                .filter(left -> left.length() >= 2 * HALF)
                .findFirst()
                .orElse(band.rows());
    }

    /** The rows that the text takes. */
    Span text() {
        return Span.of(row).widened(HALF);
    }

    private boolean isFree(List<Band> bands, List<Span> taken) {
        boolean within = band.rows().contains(text());
        if (!within && text().meets(band.rows())) {
            return false;
        }
        Span reach = within ? text() : reach();
        return taken.stream().noneMatch(reach::meets)
                && bands.stream().allMatch(other -> !reach.meets(other.rows()) || isPartOf(other, reach));
    }

    /** A far area may be a part of the near one. */
    private boolean isPartOf(Band other, Span reach) {
        return band.equals(other)
                || (band.far()
                        && band.support() == other.support()
                        && other.rows().contains(reach));
    }

    /** From right beside the area to the other side of the text. */
    private Span reach() {
        Span own = band.rows();
        return text().low() >= own.high()
                ? new Span(Math.min(own.high() + EDGE, text().low()), text().high())
                : new Span(text().low(), Math.max(own.low() - EDGE, text().high()));
    }
}
