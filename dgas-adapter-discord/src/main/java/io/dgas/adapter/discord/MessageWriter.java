package io.dgas.adapter.discord;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Notice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a notice into words, within Discord's limits whatever it holds. */
final class MessageWriter {

    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_LIST = 600;
    private static final int LONGEST_TABLE = 4_096;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int DIGEST_COLOR = 0x5865F2;

    private MessageWriter() {}

    static Message write(Notice notice) {
        return switch (notice) {
            case Notice.OfSignal one -> ofSignal(one);
            case Notice.Digest digest -> digest(digest);
            case Notice.Plain plain ->
                new Message(
                        content(Words.literal(Words.clean(plain.text())), Mark.of(plain.id())),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    private static Message ofSignal(Notice.OfSignal notice) {
        StoredSignal signal = notice.signal();
        Mark mark = Mark.of(notice.id());
        Embed embed = new Embed(title(signal), color(signal))
                .description(Words.cut(Words.line(signal.reason()), LONGEST_REASON))
                .field(signal.type().isEntry() ? "Entry" : "Exit", price(signal.price()))
                .field("Stop", signal.stop().map(MessageWriter::price))
                .field("Target", signal.target().map(MessageWriter::price))
                .field("Confidence", signal.confidence().flatMap(MessageWriter::figure))
                .field("Strength", signal.strength().flatMap(MessageWriter::figure))
                .field("Risk/reward", signal.riskReward().flatMap(MessageWriter::figure))
                .field("Higher timeframe", Words.line(notice.higherTrend()))
                .field("State", Words.line(notice.state()))
                .field("Set-up", Words.line(signal.setUp().description()))
                .field("Timeframe", signal.trading().code())
                .field("Time", UtcText.minute(signal.completedAt()))
                .timestamp(signal.completedAt())
                .footer(mark.footer());
        return new Message(content(inWords(signal), mark), Optional.of(embed.json()), notice.chart());
    }

    private static String title(StoredSignal signal) {
        return Words.line(signal.instrument().symbol()) + " " + typeOf(signal);
    }

    private static String typeOf(StoredSignal signal) {
        return signal.type().name().replace('_', ' ');
    }

    private static int color(StoredSignal signal) {
        return switch (signal.type()) {
            case LONG -> 0x2E9E4F;
            case SHORT -> 0xC0392B;
            case EXIT_LONG -> 0x7FB58F;
            case EXIT_SHORT -> 0xD98F87;
        };
    }

    /** What people need where nothing but text is shown. */
    private static String inWords(StoredSignal signal) {
        List<String> words = new ArrayList<>();
        words.add(title(signal) + (signal.type().isEntry() ? " entry " : " at ") + price(signal.price()));
        signal.stop().ifPresent(stop -> words.add("stop " + price(stop)));
        signal.target().ifPresent(target -> words.add("target " + price(target)));
        return String.join(", ", words);
    }

    private static Message digest(Notice.Digest notice) {
        Mark mark = Mark.of(notice.id());
        int count = notice.signals().size();
        String title = count + (count == 1 ? " signal, " : " signals, ") + UtcText.minute(notice.asOf());
        Ranking lines = new Ranking(notice.signals().stream()
                .map(signal -> inWords(signal)
                        + signal.confidence()
                                .flatMap(MessageWriter::figure)
                                .map(confidence -> ", confidence " + confidence)
                                .orElse(""))
                .toList());
        Ranking names =
                new Ranking(notice.signals().stream().map(MessageWriter::title).toList());
        Embed embed = new Embed(title, DIGEST_COLOR)
                .description(lines.numbered(LONGEST_TABLE))
                .timestamp(notice.asOf())
                .footer(mark.footer());
        return new Message(
                content(title + ": " + names.joined(LONGEST_LIST), mark), Optional.of(embed.json()), Optional.empty());
    }

    private static String content(String text, Mark mark) {
        String shown = Words.blank(text) ? "(no text)" : text;
        return Words.cut(shown, LONGEST_CONTENT - 1 - mark.line().length()) + "\n" + mark.line();
    }

    /** In full digits, but for a number that nobody could read. */
    static String price(BigDecimal price) {
        boolean readable = Math.abs((long) price.scale()) + price.precision() <= LONGEST_NUMBER;
        return readable ? price.toPlainString() : price.toString();
    }

    /** Empty for what is no number. */
    private static Optional<String> figure(double value) {
        return Double.isFinite(value) ? Optional.of(String.format(Locale.ROOT, "%.2f", value)) : Optional.empty();
    }
}
