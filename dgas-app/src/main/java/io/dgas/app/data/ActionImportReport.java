package io.dgas.app.data;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.application.port.in.ImportActions.Report;
import io.dgas.application.recorded.ActionFileReport;
import io.dgas.application.recorded.InputProblem;
import io.dgas.domain.bar.CorporateAction.Split;
import java.util.List;

/** Shows what an import of corporate actions did. */
final class ActionImportReport {

    private final Report report;
    private final Problems problems;

    ActionImportReport(Report report) {
        this.report = report;
        this.problems = new Problems(report.read().problems());
    }

    /** The report as JSON. */
    private record Document(
            boolean imported,
            long splits,
            long dividends,
            int changed,
            List<ActionFileReport> files,
            List<InputProblem> problems) {}

    /** @throws WorkFailed when nothing was imported */
    ExitCode show(Output output, boolean asJson) {
        if (asJson) {
            output.json(document());
        } else {
            report.read().files().forEach(file -> file.notes().forEach(note -> output.note(file.file() + ": " + note)));
            problems.show(output);
        }
        if (report.changed().isEmpty()) {
            throw nothingImported();
        }
        if (!asJson) {
            output.line(summary());
        }
        return ExitCode.DONE;
    }

    private Document document() {
        return new Document(
                report.changed().isPresent(),
                splits(),
                dividends(),
                report.changed().orElse(0),
                report.read().files(),
                report.read().problems());
    }

    private WorkFailed nothingImported() {
        return report.read().actions().isEmpty()
                ? new WorkFailed("nothing was imported: there is no split or dividend in "
                        + Numbers.count(report.read().files().size(), "file"))
                : problems.stoppedAll();
    }

    private String summary() {
        String text = "imported " + Numbers.count(splits(), "split") + " and "
                + Numbers.count(dividends(), "dividend") + " from "
                + Numbers.count(report.read().files().size(), "file") + ": "
                + Numbers.text(report.changed().orElse(0)) + " new or changed";
        return problems.isEmpty() ? text : text + "; " + problems.leftOut();
    }

    private long splits() {
        return report.read().actions().stream().filter(Split.class::isInstance).count();
    }

    private long dividends() {
        return report.read().actions().size() - splits();
    }
}
