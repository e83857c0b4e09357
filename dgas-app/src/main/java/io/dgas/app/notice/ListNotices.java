package io.dgas.app.notice;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The notices that are on their way, and those that somebody has to look at. */
@Command(
        name = "list",
        description = "List notices that are not told yet, and refused ones; with --all also what is told or past, "
                + "and what the channel does not show of it.",
        footer = {"", "Example:", "  dgas notify list --all"})
final class ListNotices implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--all", description = "Also what is delivered, expired or discarded.")
    boolean all;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Notices at most, the newest (default: ${DEFAULT-VALUE}).")
    int most = 50;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ListNotices(Installation installation) {
        this.installation = installation;
    }

    /**
     * A notice as JSON.
     *
     * @param remark of one that is delivered, what the channel does not show as it was written
     */
    private record Row(
            long id,
            String state,
            String channel,
            String notice,
            int attempts,
            Instant created,
            Instant expires,
            String receipt,
            String error,
            String remark) {
        static Row of(Parcel parcel) {
            boolean isTold = parcel.state() == State.DELIVERED;
            String known = parcel.error().orElse("");
            return new Row(
                    parcel.id(),
                    Words.of(parcel.state()),
                    parcel.channel().toString(),
                    parcel.notice().text(),
                    parcel.attempts(),
                    parcel.createdAt(),
                    parcel.expiresAt(),
                    parcel.receipt().orElse(""),
                    isTold ? "" : known,
                    isTold ? known : "");
        }

        String whatIsWrong() {
            return error + remark;
        }
    }

    @Override
    public ExitCode call() {
        Set<State> states =
                all ? EnumSet.allOf(State.class) : EnumSet.of(State.WAITING, State.UNCERTAIN, State.REFUSED);
        List<Row> rows = installation.repositories().outbox().list(states, most).stream()
                .map(Row::of)
                .toList();
        Output output = installation.output();
        if (format.isJson()) {
            output.json(rows);
        } else if (rows.isEmpty()) {
            output.note(all ? "no notices" : "nothing is waiting to be told");
        } else {
            output.table(table(rows));
        }
        return ExitCode.DONE;
    }

    private static Table table(List<Row> rows) {
        Table table = new Table(
                Column.number("ID"),
                Column.text("STATE"),
                Column.text("CHANNEL"),
                Column.text("NOTICE"),
                Column.number("TRIES"),
                Column.text("EXPIRES"),
                Column.text("WHAT IS WRONG"));
        rows.forEach(row -> table.row(
                row.id(), row.state(), row.channel(), row.notice(), row.attempts(), row.expires(), row.whatIsWrong()));
        return table;
    }
}
