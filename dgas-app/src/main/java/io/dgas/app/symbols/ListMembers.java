package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.in.UniverseIndex;
import io.dgas.application.port.out.universe.IndexMembershipRepository.Membership;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the members of an index. */
@Command(
        name = "members",
        description = "List who the members of an index were on a day, as far as it was imported.",
        footer = {"", "Example:", "  dgas symbols members sp500 --date 2026-06-30"})
final class ListMembers implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "INDEX", description = "sp500 or nasdaq100.")
    @SuppressWarnings("NullAway.Init") // picocli sets required parameters
    private UniverseIndex index;

    @Option(names = "--date", paramLabel = "D", description = "The day (default: today).")
    private @Nullable LocalDate date;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ListMembers(Installation installation) {
        this.installation = installation;
    }

    /** A member as JSON; {@code to} is the first day of being none, null while it lasts. */
    private record Row(
            String symbol, LocalDate from, @Nullable LocalDate to, String source) {
        static Row of(Membership membership) {
            return new Row(
                    membership.instrument().symbol(),
                    membership.from(),
                    membership.to().orElse(null),
                    membership.source());
        }
    }

    @Override
    public ExitCode call() {
        LocalDate day = date == null ? new MarketDay(installation.clock()).today() : date;
        List<Row> rows = installation.repositories().indexMembers().history(index.code()).stream()
                .filter(membership -> isOn(membership, day))
                .map(Row::of)
                .toList();
        Output output = installation.output();
        if (format.isJson()) {
            output.json(rows);
        } else if (rows.isEmpty()) {
            output.note("no members of " + index + " are recorded for " + day + "; 'dgas symbols import FILE --index "
                    + index + "' records them");
        } else {
            output.table(table(rows));
        }
        return ExitCode.DONE;
    }

    private static boolean isOn(Membership membership, LocalDate day) {
        return !membership.from().isAfter(day)
                && membership.to().map(day::isBefore).orElse(true);
    }

    private static Table table(List<Row> rows) {
        Table table = new Table(Column.text("SYMBOL"), Column.text("FROM"), Column.text("TO"), Column.text("SOURCE"));
        rows.forEach(row -> table.row(row.symbol(), row.from(), row.to() == null ? "" : row.to(), row.source()));
        return table;
    }
}
