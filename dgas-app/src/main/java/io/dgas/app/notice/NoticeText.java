package io.dgas.app.notice;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Notice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A notice in plain lines. */
public final class NoticeText {

    private NoticeText() {}

    /** One line for a signal; for several a line that counts them, then one each; the notice's id in the first. */
    public static List<String> lines(Notice notice) {
        return switch (notice) {
            case Notice.OfSignal one -> List.of(oneLine(signal(one.signal()) + " [" + one.id() + "]"));
            case Notice.Digest digest -> {
                List<String> lines = new ArrayList<>();
                lines.add(
                        oneLine(digest.signals().size() + " signals for " + digest.asOf() + " [" + digest.id() + "]"));
                digest.signals().forEach(signal -> lines.add(oneLine("  " + signal(signal))));
                yield lines;
            }
            case Notice.Plain plain -> List.of(oneLine(plain.text() + " [" + plain.id() + "]"));
        };
    }

    private static String signal(StoredSignal signal) {
        StringBuilder text = new StringBuilder();
        text.append(signal.instrument())
                .append(' ')
                .append(signal.type())
                .append(signal.type().isEntry() ? " entry " : " at ")
                .append(signal.price().toPlainString());
        add(text, "stop", signal.stop().map(BigDecimal::toPlainString));
        add(text, "target", signal.target().map(BigDecimal::toPlainString));
        add(text, "confidence", signal.confidence().map(NoticeText::figure));
        add(text, "strength", signal.strength().map(NoticeText::figure));
        return text.append(", completed ")
                .append(signal.completedAt())
                .append(": ")
                .append(signal.reason())
                .toString();
    }

    private static void add(StringBuilder text, String name, Optional<String> value) {
        value.ifPresent(shown -> text.append(", ").append(name).append(' ').append(shown));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Nothing in a notice may move a terminal's cursor or begin a line of its own. */
    private static String oneLine(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
