package io.dgas.app.monitor;

import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report for people. */
final class MonitorText {

    private final Output output;

    MonitorText(Output output) {
        this.output = output;
    }

    void show(MonitorDocument document) {
        MonitorDocument.Cycles cycles = document.cycles();
        output.line("from " + document.from() + " until " + document.until());
        output.line("cycles: " + cycles.due() + " due, " + cycles.run() + " run" + counts(" (", cycles.byStatus(), ")")
                + ", " + cycles.missed() + " missed, " + cycles.overdue() + " overdue");
        output.line("symbols: " + document.symbols().decided() + " decisions, "
                + document.symbols().withoutData() + " without data");
        output.line("signals: " + document.signals() + " of cycles, "
                + document.byHand().signals() + " of " + document.byHand().runs() + " runs by hand");
        output.line("notices: " + (document.notices().isEmpty() ? "none" : counts("", document.notices(), "")));
        phases(document.phases());
        output.table(promises(document));
        runs(document);
        document.errors()
                .forEach(problem ->
                        output.line("run " + problem.run() + " at " + problem.at() + ": " + problem.error()));
    }

    private static String counts(String before, Map<String, Integer> counts, String after) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ", before, after));
    }

    private void phases(Map<String, MonitorDocument.Times> phases) {
        if (phases.isEmpty()) {
            return;
        }
        Table table =
                new Table(Column.text("PHASE, MS"), Column.number("P50"), Column.number("P95"), Column.number("P99"));
        phases.forEach((phase, times) -> table.row(phase, times.p50(), times.p95(), times.p99()));
        output.table(table);
    }

    private static Table promises(MonitorDocument document) {
        Table table = new Table(
                Column.text("PROMISE"), Column.number("MEASURED"), Column.number("PROMISED"), Column.text("KEPT"));
        document.promises()
                .forEach(promise -> table.row(
                        promise.setting(),
                        figure(promise.measured(), promise.unit()),
                        figure(promise.promised(), promise.unit()),
                        kept(promise)));
        return table;
    }

    private static String kept(MonitorDocument.Kept promise) {
        if (promise.measured() == null) {
            return "nothing to measure";
        }
        return promise.met() ? "met" : "not met";
    }

    private static String figure(@Nullable Double figure, String unit) {
        if (figure == null) {
            return "-";
        }
        return unit.equals("ms")
                ? String.format(Locale.ROOT, "%.0f ms", figure)
                : String.format(Locale.ROOT, "%.2f %s", figure, unit);
    }

    private void runs(MonitorDocument document) {
        if (document.runs().isEmpty()) {
            return;
        }
        Table table = new Table(
                Column.number("RUN"),
                Column.text("AT"),
                Column.text("TICK"),
                Column.text("STATUS"),
                Column.number("DECIDED"),
                Column.number("WITHOUT DATA"),
                Column.number("SIGNALS"),
                Column.number("WAITED MS"),
                Column.number("ALL MS"));
        document.runs()
                .forEach(run -> table.row(
                        run.run(),
                        run.at(),
                        run.tick() == null ? "by hand" : run.tick(),
                        run.status(),
                        run.decided(),
                        run.withoutData(),
                        run.signals(),
                        run.waited(),
                        run.milliseconds()));
        output.table(table);
    }
}
