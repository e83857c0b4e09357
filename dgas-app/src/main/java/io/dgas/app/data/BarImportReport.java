package io.dgas.app.data;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import io.dgas.application.port.in.ImportBars.Report;
import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.application.recorded.FileReport;
import io.dgas.application.recorded.InputProblem;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.util.List;

/** Shows what an import of bars did. */
final class BarImportReport {

    private static final int FILES_SHOWN = 20;

    private final Timeframe timeframe;
    private final Report report;
    private final Duration took;
    private final Problems problems;

    BarImportReport(Timeframe timeframe, Report report, Duration took) {
        this.timeframe = timeframe;
        this.report = report;
        this.took = took;
        this.problems = new Problems(report.read().problems());
    }

    /** The report as JSON. */
    private record Document(
            String interval,
            boolean imported,
            int symbols,
            long bars,
            StoreReport stored,
            double seconds,
            long rowsPerSecond,
            List<FileReport> files,
            List<InputProblem> problems) {}

    /** @throws WorkFailed when nothing was imported */
    ExitCode show(Output output, boolean asJson) {
        if (asJson) {
            output.json(document());
        } else {
            showFiles(output);
            problems.show(output);
        }
        if (report.stored().isEmpty()) {
            throw nothingImported();
        }
        if (!asJson) {
            output.line(summary(report.stored().orElseThrow()));
        }
        return ExitCode.DONE;
    }

    private Document document() {
        return new Document(
                timeframe.code(),
                report.stored().isPresent(),
                report.read().series().size(),
                report.read().bars(),
                report.stored().orElse(new StoreReport(0, 0, 0, 0)),
                took.toMillis() / 1000.0,
                rowsPerSecond(),
                report.read().files(),
                report.read().problems());
    }

    private void showFiles(Output output) {
        List<FileReport> told = report.read().files().stream()
                .filter(BarImportReport::isWorthTelling)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        Table table = new Table(
                Column.text("FILE"),
                Column.number("ROWS"),
                Column.number("BARS"),
                Column.number("SET ASIDE"),
                Column.number("DUPLICATES"),
                Column.number("BAD"),
                Column.text("NOTE"));
        told.stream().limit(FILES_SHOWN).forEach(file -> addRow(table, file));
        output.table(table);
        if (told.size() > FILES_SHOWN) {
            output.line("and " + Numbers.count(told.size() - FILES_SHOWN, "more file") + "; --json lists all");
        }
    }

    /** A file of which every row became a bar says nothing by itself. */
    private static boolean isWorthTelling(FileReport file) {
        return file.bars() != file.rows() || !file.notes().isEmpty();
    }

    private static void addRow(Table table, FileReport file) {
        table.row(
                file.file(),
                Numbers.text(file.rows()),
                Numbers.text(file.bars()),
                Numbers.text(file.setAside()),
                Numbers.text(file.duplicates()),
                Numbers.text(file.bad()),
                String.join("; ", file.notes()));
    }

    private WorkFailed nothingImported() {
        boolean someSound = !report.read().series().isEmpty();
        if (someSound) {
            return problems.stoppedAll();
        }
        return new WorkFailed("nothing was imported: no row of "
                + Numbers.count(report.read().files().size(), "file") + " is a bar of a session");
    }

    private String summary(StoreReport stored) {
        String text = "imported " + Numbers.count(report.read().bars(), timeframe + " bar") + " of "
                + Numbers.count(report.read().series().size(), "symbol") + " from "
                + Numbers.count(report.read().files().size(), "file") + ": " + Numbers.text(stored.inserted())
                + " new, " + Numbers.text(stored.revised()) + " revised, " + Numbers.text(stored.unchanged())
                + " unchanged, " + Numbers.text(stored.refused()) + " refused; " + speed();
        return problems.isEmpty() ? text : text + "; " + problems.leftOut();
    }

    private String speed() {
        return took.toMillis() + " ms, " + Numbers.text(rowsPerSecond()) + " rows/s";
    }

    private long rowsPerSecond() {
        long rows = report.read().files().stream().mapToLong(FileReport::rows).sum();
        return rows * 1000 / Math.max(1, took.toMillis());
    }
}
