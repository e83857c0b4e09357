package io.dgas.app.discord;

import io.dgas.adapter.discord.BotSettings;
import io.dgas.adapter.discord.DiscordCheck;
import io.dgas.adapter.discord.DiscordCheck.Report;
import io.dgas.adapter.discord.DiscordCheck.Standing;
import io.dgas.adapter.discord.DiscordNotifier;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.DiscordAccess;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Sending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Token, channel and permissions, and a message if one is wanted. */
@Command(
        name = "test",
        description =
                "Look at the bot's token, its channel and its permissions there. Exit code 0 when signals can be announced.",
        footer = {"", "Example:", "  dgas discord test --send"})
final class TestDiscord implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--send", description = "Send a test message too.")
    boolean isToSend;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    TestDiscord(Installation installation) {
        this.installation = installation;
    }

    /** What was looked at, as JSON. */
    private record Row(String subject, String standing, String text) {}

    @Override
    public ExitCode call() {
        BotSettings bot = DiscordAccess.of(installation);
        Report report = new DiscordCheck(bot, installation.clock()).run();
        List<Row> rows = new ArrayList<>(report.findings().stream()
                .map(finding -> new Row(finding.subject(), Words.of(finding.standing()), finding.text()))
                .toList());
        boolean isGood = report.good();
        if (isToSend) {
            Row sent = send(bot);
            rows.add(sent);
            isGood &= sent.standing().equals(Words.of(Standing.GOOD));
        }
        show(rows);
        return ExitCode.of(isGood);
    }

    /** Each test is a message of its own. */
    private Row send(BotSettings bot) {
        NoticeId id = new NoticeId("test " + installation.clock().instant());
        try (DiscordNotifier notifier = new DiscordNotifier(bot, installation.clock())) {
            Sending sending = notifier.send(
                    new Notice.Plain(id, "This is a test message of DGAS; nothing is to be traded on it."));
            return switch (sending) {
                case Sending.Delivered delivered ->
                    row(Standing.GOOD, "it is in the channel as message " + delivered.receipt());
                case Sending.Later later -> row(Standing.BAD, "not sent, wait " + later.pause() + ": " + later.why());
                case Sending.Failed failed -> row(Standing.BAD, "not sent: " + failed.why());
                case Sending.Unknown unknown -> row(Standing.UNKNOWN, "look at the channel: " + unknown.why());
                case Sending.Refused refused -> row(Standing.BAD, "refused: " + refused.why());
                case Sending.Closed closed -> row(Standing.BAD, closed.why());
                case Sending.Unauthorised unauthorised -> row(Standing.BAD, unauthorised.why());
            };
        }
    }

    private static Row row(Standing standing, String text) {
        return new Row("test message", Words.of(standing), text);
    }

    private void show(List<Row> rows) {
        Output output = installation.output();
        if (format.isJson()) {
            output.json(rows);
            return;
        }
        Table table = new Table(Column.text("SUBJECT"), Column.text("STANDING"), Column.text("WHAT IT IS"));
        rows.forEach(row -> table.row(row.subject(), row.standing(), row.text()));
        output.table(table);
    }
}
