package io.dgas.app.vendor;

import io.dgas.app.collection.CallPlanning;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.Installation;
import io.dgas.application.collection.plan.CallPlan;
import io.dgas.application.collection.plan.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a day of collecting costs. */
@Command(
        name = "plan",
        description =
                "Show the calls of a day by purpose, who is followed how, and what cannot work. Asks the vendor nothing."
                        + " Exit code 0 when everything can work.",
        footer = {"", "Example:", "  dgas eodhd plan --config config/production.yaml"})
final class PlanCalls implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    PlanCalls(Installation installation) {
        this.installation = installation;
    }

    /** The plan as JSON. */
    private record Document(
            int symbols,
            int onLiveTrades,
            int onQuotes,
            Map<String, Long> callsByPurpose,
            long callsADay,
            long allowedADay,
            long requestsAMinuteInMarketHours,
            long requestsAMinuteOvernight,
            long requestsAMinuteAllowed,
            String fastestQuotes,
            long historyCalls,
            List<String> refusals) {
        static Document of(CallPlan plan) {
            Map<String, Long> calls = new LinkedHashMap<>();
            plan.calls().forEach((purpose, count) -> calls.put(Words.of(purpose), count));
            return new Document(
                    plan.onSocket().size() + plan.onQuotes().size(),
                    plan.onSocket().size(),
                    plan.onQuotes().size(),
                    calls,
                    plan.total(),
                    plan.callsPerDay(),
                    plan.requests().inMarketHours(),
                    plan.requests().overnight(),
                    plan.requests().allowed(),
                    plan.fastestRhythm().map(Duration::toString).orElse("none"),
                    plan.history().calls(),
                    plan.refusals().stream().map(Refusal::message).toList());
        }
    }

    @Override
    public ExitCode call() {
        CallPlan plan = CallPlanning.of(installation);
        Document document = Document.of(plan);
        if (format.isJson()) {
            installation.output().json(document);
        } else {
            show(document);
        }
        return ExitCode.of(plan.fits());
    }

    private void show(Document plan) {
        Output output = installation.output();
        output.line(plan.symbols() + " symbols: " + plan.onLiveTrades() + " on live trades, " + plan.onQuotes()
                + " on delayed quotes");
        Table table = new Table(Column.text("PURPOSE"), Column.number("CALLS A DAY"));
        plan.callsByPurpose().forEach(table::row);
        table.row("all", plan.callsADay());
        table.row("allowed", plan.allowedADay());
        output.table(table);
        output.line("requests a minute: " + plan.requestsAMinuteInMarketHours() + " in market hours, "
                + plan.requestsAMinuteOvernight() + " overnight, " + plan.requestsAMinuteAllowed() + " allowed");
        output.line("fastest quotes that fit: " + plan.fastestQuotes() + "; history of new symbols: "
                + plan.historyCalls() + " calls, once");
        plan.refusals().forEach(refusal -> output.line("cannot work: " + refusal));
    }
}
