package io.dgas.app.data;

import io.dgas.application.collection.quality.SourceAccuracy;
import io.dgas.application.collection.quality.SourceFigures;
import io.dgas.application.collection.quality.SymbolQuality;
import io.dgas.application.collection.quality.UniverseQuality;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.StrayBar;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The quality of a universe as JSON. */
record UniverseQualityDocument(
        String interval,
        Instant asOf,
        List<LocalDate> sessions,
        UniverseQuality.@Nullable RunningSession running,
        Bars bars,
        List<Source> sources,
        List<Accuracy> accuracy,
        boolean good,
        List<String> objections,
        List<Symbol> symbols) {

    /** How many bars; expected are those stored, those absent for a reason and those unexplained. */
    record Bars(
            long expected,
            long stored,
            long finalBars,
            Map<String, Long> absent,
            long unexplained,
            long missing,
            double completeness) {}

    /** Bars from one source. */
    record Source(String source, String standing, long bars, long revised, long finalRevised) {
        static List<Source> of(List<SourceFigures> figures) {
            return figures.stream()
                    .map(one -> new Source(
                            one.source().code(),
                            one.source().standing().name().toLowerCase(Locale.ROOT),
                            one.bars(),
                            one.revised(),
                            one.finalRevised()))
                    .toList();
        }
    }

    /** How near the provisional bars from one source came. */
    record Accuracy(
            String source, long compared, long differing, double differingShare, double largest, double volumeShare) {
        static List<Accuracy> of(List<SourceAccuracy> figures) {
            return figures.stream()
                    .map(one -> new Accuracy(
                            one.source().code(),
                            one.compared(),
                            one.differing(),
                            one.differingShare(),
                            one.largest(),
                            one.volumeShare()))
                    .toList();
        }
    }

    /** A session that nobody asks for any more. */
    record GivenUp(
            LocalDate date,
            long missing,
            int attempts,
            @Nullable String why) {
        static GivenUp of(Line line) {
            return new GivenUp(
                    line.line().date(),
                    line.count().expected() - line.count().present(),
                    line.attempts(),
                    line.note().orElse(null));
        }
    }

    /** That a symbol is set aside. */
    record SetAside(Instant since, double ratio, String reason) {
        static SetAside of(Quarantine quarantine) {
            return new SetAside(quarantine.since(), quarantine.ratio(), quarantine.reason());
        }
    }

    /** A symbol. */
    record Symbol(
            String symbol,
            Bars bars,
            int complete,
            int open,
            List<GivenUp> givenUp,
            List<Source> sources,
            List<Accuracy> accuracy,
            List<Instant> strays,
            @Nullable SetAside setAside) {
        static Symbol of(SymbolQuality quality) {
            return new Symbol(
                    quality.instrument().symbol(),
                    bars(quality),
                    quality.sessions().complete(),
                    quality.sessions().open(),
                    quality.sessions().givenUp().stream().map(GivenUp::of).toList(),
                    Source.of(SourceFigures.bySource(quality.origins())),
                    Accuracy.of(SourceAccuracy.bySource(quality.accuracy())),
                    quality.strays().stream().map(StrayBar::openTime).toList(),
                    quality.quarantine().map(SetAside::of).orElse(null));
        }

        private static Bars bars(SymbolQuality quality) {
            Count count = quality.count();
            return new Bars(
                    count.expected(),
                    count.present(),
                    count.finalPresent(),
                    byReason(quality.absences()),
                    count.unexplained(),
                    quality.missing(),
                    quality.completeness());
        }
    }

    static UniverseQualityDocument of(UniverseQuality quality, Instant asOf) {
        Bars bars = new Bars(
                quality.expected(),
                quality.stored(),
                quality.sum(symbol -> symbol.count().finalPresent()),
                byReason(quality.absences()),
                quality.sum(symbol -> symbol.count().unexplained()),
                quality.missing(),
                quality.completeness());
        return new UniverseQualityDocument(
                quality.timeframe().code(),
                asOf,
                quality.sessions(),
                quality.running().orElse(null),
                bars,
                Source.of(quality.sources()),
                Accuracy.of(quality.accuracy()),
                quality.isGood(),
                quality.objections(),
                quality.symbols().stream().map(Symbol::of).toList());
    }

    private static Map<String, Long> byReason(Map<AbsenceReason, Long> absences) {
        Map<String, Long> texts = new LinkedHashMap<>();
        for (AbsenceReason reason : AbsenceReason.values()) {
            if (absences.containsKey(reason)) {
                texts.put(QualityText.text(reason), absences.get(reason));
            }
        }
        return texts;
    }
}
