package io.dgas.app.data;

import io.dgas.app.output.Output;
import io.dgas.application.collection.quality.SourceAccuracy;
import io.dgas.application.collection.quality.SourceFigures;
import io.dgas.application.port.out.collection.AbsenceReason;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Lines of a report on quality: a title, then what is to be said about it. */
record QualityText(Output output) {

    private static final int SHOWN = 20;

    void row(String title, String text) {
        output.line(String.format(Locale.ROOT, "%-10s %s", title, text));
    }

    /** How many there are, then the first of them. */
    <T> void rows(String title, List<T> items, Function<T, String> text) {
        row(title, items.isEmpty() ? "none" : Numbers.text(items.size()));
        items.stream().limit(SHOWN).forEach(item -> row("", text.apply(item)));
        if (items.size() > SHOWN) {
            row("", "and " + Numbers.text(items.size() - SHOWN) + " more; --json lists all");
        }
    }

    void sources(List<SourceFigures> sources) {
        for (int i = 0; i < sources.size(); i++) {
            row(i == 0 ? "sources" : "", text(sources.get(i)));
        }
    }

    void revisions(List<SourceFigures> sources) {
        long revised = sources.stream().mapToLong(SourceFigures::revised).sum();
        long already = sources.stream().mapToLong(SourceFigures::finalRevised).sum();
        row(
                "revised",
                revised == 0
                        ? "none"
                        : Numbers.count(revised, "bar") + " had other values before, " + Numbers.text(already)
                                + " of them when already final");
    }

    void accuracy(List<SourceAccuracy> accuracy) {
        if (accuracy.isEmpty()) {
            row("accuracy", "no provisional bar has met its final one");
        }
        for (int i = 0; i < accuracy.size(); i++) {
            row(i == 0 ? "accuracy" : "", text(accuracy.get(i)));
        }
    }

    private static String text(SourceFigures figures) {
        return String.format(
                Locale.ROOT,
                "%-8s %-11s %s",
                figures.source().code(),
                figures.source().standing().name().toLowerCase(Locale.ROOT),
                Numbers.count(figures.bars(), "bar"));
    }

    private static String text(SourceAccuracy accuracy) {
        return String.format(
                Locale.ROOT,
                "%-8s %s of %s bars differ from the final ones, %s, by %s at most; volume %s",
                accuracy.source().code(),
                Numbers.text(accuracy.differing()),
                Numbers.text(accuracy.compared()),
                percent(accuracy.differingShare()),
                percent(accuracy.largest()),
                percent(accuracy.volumeShare()));
    }

    static String text(AbsenceReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
