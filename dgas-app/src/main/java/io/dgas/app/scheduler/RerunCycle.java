package io.dgas.app.scheduler;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.application.explain.Explanation;
import io.dgas.application.prediction.Rerun;
import io.dgas.application.prediction.Rerun.Comparison;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Decides a recorded run again and compares. */
@Command(
        name = "rerun",
        description = {
            "Decide a recorded run again, on the bars as they were known then, and compare to the bit.",
            "Exit code 0 when every decision is identical. Records nothing."
        },
        footer = {"", "Example:", "  dgas scheduler rerun 4711"})
final class RerunCycle implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(
            paramLabel = "RUN",
            description = "The id of the run, as 'dgas monitor' and 'scheduler status' tell it.")
    long run;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    RerunCycle(Installation installation) {
        this.installation = installation;
    }

    private record Row(String symbol, String because, Map<String, Object> now) {
        static Row of(Rerun.Difference difference) {
            return new Row(
                    difference.instrument().symbol(),
                    difference.isOnOtherBars() ? "its bars are others" : "it is decided otherwise on the same bars",
                    Explanation.of(difference.decision()));
        }
    }

    private record Document(long run, String asOf, int identical, List<Row> differing, List<String> remarks) {}

    @Override
    public ExitCode call() {
        Comparison comparison = installation
                .rerun()
                .compare(run)
                .orElseThrow(() -> new WorkFailed("no run " + run
                        + " is recorded with what it decided on; 'dgas monitor --summary --hours 24' lists runs"));
        List<Row> rows = comparison.differing().stream().map(Row::of).toList();
        if (format.isJson()) {
            installation
                    .output()
                    .json(new Document(
                            run,
                            comparison.run().asOf().toString(),
                            comparison.identical(),
                            rows,
                            comparison.remarks()));
        } else {
            show(comparison, rows);
        }
        return ExitCode.of(rows.isEmpty());
    }

    private void show(Comparison comparison, List<Row> rows) {
        Output output = installation.output();
        output.line("run " + run + " for " + comparison.run().asOf() + ": " + comparison.identical() + " of "
                + (comparison.identical() + rows.size()) + " decisions are identical");
        rows.forEach(row -> output.line(row.symbol() + ": " + row.because()));
        comparison.remarks().forEach(remark -> output.line("note: " + remark));
    }
}
