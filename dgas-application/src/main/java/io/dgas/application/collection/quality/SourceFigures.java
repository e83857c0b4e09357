package io.dgas.application.collection.quality;

import io.dgas.application.port.out.collection.BarFigures.Origin;
import io.dgas.domain.bar.BarSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars of any number of instruments from one source, which tells their standing.
 *
 * @param bars stored
 * @param revised of these, bars that had other values before
 * @param finalRevised of these, bars that were final already with other values
 */
public record SourceFigures(BarSource source, long bars, long revised, long finalRevised) {

    /** The figures by source, instruments together, final ones first. */
    public static List<SourceFigures> bySource(List<Origin> figures) {
        return figures.stream().collect(Collectors.groupingBy(Origin::source)).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((SourceFigures one) -> one.source().standing())
                        .reversed()
                        .thenComparing(SourceFigures::source))
                .toList();
    }

    private static SourceFigures of(BarSource source, List<Origin> origins) {
        return new SourceFigures(
                source,
                origins.stream().mapToLong(Origin::bars).sum(),
                origins.stream().mapToLong(Origin::revised).sum(),
                origins.stream().mapToLong(Origin::finalRevised).sum());
    }
}
