package io.dgas.app.data;

import io.dgas.app.data.UniverseQualityDocument.Accuracy;
import io.dgas.app.data.UniverseQualityDocument.Source;
import io.dgas.app.output.Output;
import io.dgas.application.port.in.CheckQuality.Report;
import io.dgas.domain.bar.Gaps.Gap;
import io.dgas.domain.bar.QualityReport;
import io.dgas.domain.bar.RangeOutlier;
import io.dgas.domain.bar.SuspiciousJump;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A judgement of a series, for reading and as a document. */
final class QualityView {

    private final Report report;
    private final QualityReport quality;
    private final SeriesProvenance provenance;

    QualityView(Report report, SeriesProvenance provenance) {
        this.report = report;
        this.quality = report.quality();
        this.provenance = provenance;
    }

    /** The report as JSON. */
    record Document(
            String symbol,
            String interval,
            Instant firstOpen,
            Instant lastClose,
            int bars,
            long expected,
            double coverage,
            List<Gap> gaps,
            int zeroVolumeBars,
            int flatBars,
            List<Jump> jumps,
            List<RangeOutlier> outliers,
            List<Source> sources,
            List<Accuracy> accuracy,
            List<GivenUpSessions> givenUp,
            boolean good,
            List<String> objections) {}

    /** An overnight jump as JSON. */
    record Jump(
            Instant openTime,
            double previousClose,
            double open,
            double ratio,
            @Nullable String nearSplit) {
        static Jump of(SuspiciousJump suspicious) {
            return new Jump(
                    suspicious.jump().openTime(),
                    suspicious.jump().previousClose(),
                    suspicious.jump().open(),
                    suspicious.jump().ratio(),
                    suspicious.split().map(Object::toString).orElse(null));
        }
    }

    Document document() {
        QualityReport.Span span = quality.span().orElseThrow();
        return new Document(
                quality.key().instrument().symbol(),
                quality.key().timeframe().code(),
                span.firstOpen(),
                span.lastClose(),
                span.bars(),
                quality.gaps().expected(),
                quality.gaps().coverage(),
                quality.gaps().missing(),
                quality.zeroVolumeBars(),
                quality.flatBars(),
                quality.jumps().stream().map(Jump::of).toList(),
                quality.outliers(),
                Source.of(provenance.sources()),
                Accuracy.of(provenance.accuracy()),
                provenance.givenUp(),
                report.isGood(),
                report.objections());
    }

    void show(Output output) {
        QualityReport.Span span = quality.span().orElseThrow();
        output.line(quality.key() + " from " + span.firstOpen() + " to " + span.lastClose());
        QualityText text = new QualityText(output);
        text.row(
                "bars",
                Numbers.text(quality.gaps().present()) + " of "
                        + Numbers.text(quality.gaps().expected()) + " that the calendar expects, "
                        + QualityText.percent(quality.gaps().coverage()));
        text.sources(provenance.sources());
        text.rows("gaps", quality.gaps().missing(), QualityView::text);
        text.rows("given up", provenance.givenUp(), GivenUpSessions::text);
        text.revisions(provenance.sources());
        text.accuracy(provenance.accuracy());
        text.row("no volume", Numbers.count(quality.zeroVolumeBars(), "bar"));
        text.row("flat", Numbers.count(quality.flatBars(), "bar"));
        text.rows("jumps", quality.jumps(), QualityView::text);
        text.rows("wild", quality.outliers(), QualityView::text);
        text.row("verdict", report.isGood() ? "good" : "not good: " + String.join("; ", report.objections()));
    }

    private static String text(Gap gap) {
        return gap.from() + " to " + gap.to() + ", " + Numbers.count(gap.bars(), "bar");
    }

    private static String text(SuspiciousJump suspicious) {
        return String.format(
                        Locale.ROOT,
                        "%s overnight to %.1f %% of the close before, adjusted for known actions",
                        suspicious.jump().openTime(),
                        100 * suspicious.jump().ratio())
                + suspicious.split().map(split -> ", near a split of " + split).orElse("");
    }

    private static String text(RangeOutlier outlier) {
        return String.format(
                Locale.ROOT, "%s range %.1f times the mean before", outlier.openTime(), outlier.multiple());
    }
}
