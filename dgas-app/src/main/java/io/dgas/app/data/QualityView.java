package io.dgas.app.data;

import io.dgas.app.output.Output;
import io.dgas.application.port.in.CheckQuality.Report;
import io.dgas.domain.bar.Gaps.Gap;
import io.dgas.domain.bar.QualityReport;
import io.dgas.domain.bar.RangeOutlier;
import io.dgas.domain.bar.SuspiciousJump;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A judgement of a series, for reading and as a document. */
final class QualityView {

    private static final int SHOWN = 20;

    private final Report report;
    private final QualityReport quality;

    QualityView(Report report) {
        this.report = report;
        this.quality = report.quality();
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
                report.isGood(),
                report.objections());
    }

    void show(Output output) {
        QualityReport.Span span = quality.span().orElseThrow();
        output.line(quality.key() + " from " + span.firstOpen() + " to " + span.lastClose());
        row(
                output,
                "bars",
                Numbers.text(quality.gaps().present()) + " of "
                        + Numbers.text(quality.gaps().expected()) + " that the calendar expects, "
                        + percent(quality.gaps().coverage()));
        rows(output, "gaps", quality.gaps().missing(), QualityView::text);
        row(output, "no volume", Numbers.count(quality.zeroVolumeBars(), "bar"));
        row(output, "flat", Numbers.count(quality.flatBars(), "bar"));
        rows(output, "jumps", quality.jumps(), QualityView::text);
        rows(output, "wild", quality.outliers(), QualityView::text);
        row(output, "verdict", report.isGood() ? "good" : "not good: " + String.join("; ", report.objections()));
    }

    private static void row(Output output, String title, String text) {
        output.line(String.format(Locale.ROOT, "%-10s %s", title, text));
    }

    private static <T> void rows(Output output, String title, List<T> items, Function<T, String> text) {
        row(output, title, items.isEmpty() ? "none" : Numbers.text(items.size()));
        items.stream().limit(SHOWN).forEach(item -> row(output, "", text.apply(item)));
        if (items.size() > SHOWN) {
            row(output, "", "and " + Numbers.text(items.size() - SHOWN) + " more; --json lists all");
        }
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

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
