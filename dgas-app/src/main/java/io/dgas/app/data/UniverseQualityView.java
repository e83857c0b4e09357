package io.dgas.app.data;

import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import io.dgas.application.collection.quality.SourceFigures;
import io.dgas.application.collection.quality.SymbolQuality;
import io.dgas.application.collection.quality.UniverseQuality;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The quality of a universe, for reading: a summary, then the most remarkable symbols.
 *
 * @param all whether every symbol gets a line
 */
record UniverseQualityView(UniverseQuality quality, boolean all) {

    private static final int SHOWN = 20;

    void show(Output output) {
        QualityText text = new QualityText(output);
        output.line(title());
        quality.running()
                .ifPresent(running -> text.row(
                        "running",
                        running.due() + " of " + Numbers.count(running.bars(), "bar") + " of " + running.date()
                                + " are due"));
        text.row("bars", bars());
        text.sources(quality.sources());
        text.row("missing", missing());
        text.row("no bar", without(AbsenceReason.NO_TRADE, AbsenceReason.HALT, AbsenceReason.NOT_LISTED));
        text.row("sessions", sessions());
        text.rows("given up", givenUp(), GivenUpSessions::text);
        text.revisions(quality.sources());
        text.accuracy(quality.accuracy());
        text.rows(
                "strays",
                quality.symbols().stream()
                        .flatMap(symbol -> symbol.strays().stream())
                        .toList(),
                stray -> stray.instrument() + " " + stray.openTime() + ", where the calendar expects none");
        text.rows(
                "set aside",
                quality.symbols().stream()
                        .flatMap(symbol -> symbol.quarantine().stream())
                        .toList(),
                set -> set.jump().instrument() + " since " + set.since() + ": " + set.reason());
        text.row("verdict", quality.isGood() ? "good" : "not good: " + String.join("; ", quality.objections()));
        showSymbols(output);
    }

    private String title() {
        List<LocalDate> sessions = quality.sessions();
        return quality.timeframe() + " bars of "
                + Numbers.count(quality.symbols().size(), "symbol") + ", "
                + (sessions.size() == 1
                        ? "session of " + sessions.getFirst()
                        : Numbers.count(sessions.size(), "session") + " from " + sessions.getFirst() + " to "
                                + sessions.getLast());
    }

    private String bars() {
        if (quality.expected() == 0) {
            return "none is due yet";
        }
        long finals = quality.sum(symbol -> symbol.count().finalPresent());
        return Numbers.text(quality.stored()) + " of " + Numbers.text(quality.expected()) + " that are due, "
                + QualityText.percent((double) quality.stored() / quality.expected()) + ": " + Numbers.text(finals)
                + " final, " + Numbers.text(quality.stored() - finals) + " provisional";
    }

    private String missing() {
        if (quality.missing() == 0) {
            return "none";
        }
        List<String> parts = new ArrayList<>();
        long unexplained = quality.sum(symbol -> symbol.count().unexplained());
        long now =
                quality.running().map(UniverseQuality.RunningSession::missing).orElse(0L);
        if (unexplained > 0) {
            parts.add(Numbers.text(unexplained) + " not explained"
                    + (now > 0 ? " (" + Numbers.text(now) + " of the session that runs)" : ""));
        }
        for (AbsenceReason reason : List.of(AbsenceReason.VENDOR_GAP, AbsenceReason.OUR_GAP)) {
            long bars = quality.absences().getOrDefault(reason, 0L);
            if (bars > 0) {
                parts.add(Numbers.text(bars) + " " + QualityText.text(reason));
            }
        }
        return Numbers.count(quality.missing(), "bar") + ": " + String.join(", ", parts);
    }

    private String without(AbsenceReason... reasons) {
        String parts = List.of(reasons).stream()
                .filter(reason -> quality.absences().getOrDefault(reason, 0L) > 0)
                .map(reason ->
                        Numbers.text(quality.absences().getOrDefault(reason, 0L)) + " " + QualityText.text(reason))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "none" : parts;
    }

    private String sessions() {
        long ended = quality.sum(symbol -> symbol.sessions().all());
        return Numbers.text(quality.sum(symbol -> symbol.sessions().complete())) + " of "
                + Numbers.count(ended, "symbol's session") + " that are over complete, "
                + Numbers.text(quality.sum(symbol -> symbol.sessions().open())) + " open, "
                + Numbers.text(quality.sum(symbol -> symbol.sessions().givenUp().size())) + " given up";
    }

    private List<GivenUpSessions> givenUp() {
        List<Line> lines = quality.symbols().stream()
                .flatMap(symbol -> symbol.sessions().givenUp().stream())
                .toList();
        return GivenUpSessions.of(lines);
    }

    private void showSymbols(Output output) {
        List<SymbolQuality> remarkable = quality.remarkable();
        List<SymbolQuality> shown = all ? quality.symbols() : remarkable.subList(0, Math.min(SHOWN, remarkable.size()));
        if (shown.isEmpty()) {
            return;
        }
        output.line("");
        Table table = new Table(
                Column.text("SYMBOL"),
                Column.number("DUE"),
                Column.number("STORED"),
                Column.number("FINAL"),
                Column.number("MISSING"),
                Column.number("GIVEN UP"),
                Column.number("REVISED"),
                Column.number("DIFFER"),
                Column.number("BY AT MOST"),
                Column.text("SOURCES"));
        shown.forEach(symbol -> row(table, symbol));
        output.table(table);
        if (!all && remarkable.size() > SHOWN) {
            output.line("and " + Numbers.text(remarkable.size() - SHOWN) + " more with something to tell; --all shows "
                    + "all symbols");
        }
    }

    private static void row(Table table, SymbolQuality symbol) {
        table.row(
                symbol.instrument(),
                symbol.count().expected(),
                symbol.count().present(),
                symbol.count().finalPresent(),
                symbol.missing(),
                symbol.sessions().givenUp().size(),
                symbol.revised(),
                symbol.differing(),
                symbol.differing() == 0 ? "" : QualityText.percent(symbol.largest()),
                SourceFigures.bySource(symbol.origins()).stream()
                        .map(source -> source.source().code() + " " + Numbers.text(source.bars()))
                        .collect(Collectors.joining(", ")));
    }
}
