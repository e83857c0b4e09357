package io.dgas.application.collection.quality;

import io.dgas.application.port.out.collection.BarFigures.Accuracy;
import io.dgas.domain.bar.BarSource;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How near the provisional bars of any number of instruments from one source came.
 *
 * @param compared with a final bar
 * @param differing in a price
 * @param largest difference of open, high, low or close, as a share of the final price; 0 when none differs
 * @param volumeShare provisional over final volume, all bars together; 1 when there is no final volume
 */
public record SourceAccuracy(BarSource source, long compared, long differing, double largest, double volumeShare) {

    /** The figures by source, instruments together. */
    public static List<SourceAccuracy> bySource(List<Accuracy> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(Accuracy::provisional, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SourceAccuracy of(BarSource source, List<Accuracy> figures) {
        double finalVolume = figures.stream().mapToDouble(Accuracy::finalVolume).sum();
        return new SourceAccuracy(
                source,
                figures.stream().mapToLong(Accuracy::compared).sum(),
                figures.stream().mapToLong(Accuracy::differing).sum(),
                figures.stream().mapToDouble(Accuracy::largest).max().orElse(0),
                finalVolume == 0
                        ? 1
                        : figures.stream().mapToDouble(Accuracy::volume).sum() / finalVolume);
    }

    /** Differing among compared bars, 0 to 1. */
    public double differingShare() {
        return compared == 0 ? 0 : (double) differing / compared;
    }
}
