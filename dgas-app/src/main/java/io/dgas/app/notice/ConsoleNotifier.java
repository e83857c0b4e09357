package io.dgas.app.notice;

import io.dgas.app.output.Output;
import io.dgas.app.output.ReaderGone;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Notifier;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Prints notices on the standard output of this process, which is the whole channel: what an earlier process printed is not
 * on it. So a notice whose printing a crash interrupted is printed again, be it that it was seen before.
 */
final class ConsoleNotifier implements Notifier {

    static final Channel CHANNEL = new Channel("console", "");

    /** Notices remembered; those before them are settled long since. */
    private static final int REMEMBERED = 10_000;

    private final Output output;
    private final SequencedSet<NoticeId> printed = new LinkedHashSet<>();

    ConsoleNotifier(Output output) {
        this.output = output;
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    /** It would print everything again. */
    @Override
    public Duration repeatsKnownFor() {
        return Duration.ZERO;
    }

    @Override
    public Sending send(Notice notice) {
        try {
            output.text(String.join("\n", NoticeText.lines(notice)) + "\n");
        } catch (ReaderGone gone) {
            return new Sending.Closed("nobody reads standard output any more");
        } catch (RuntimeException failed) {
            return new Sending.Unknown("standard output cannot be written to");
        }
        printed.add(notice.id());
        if (printed.size() > REMEMBERED) {
            printed.removeFirst();
        }
        return new Sending.Delivered("");
    }

    @Override
    public ReadBack find(NoticeId id, Instant from) {
        return printed.contains(id) ? new ReadBack.Found("") : new ReadBack.Absent();
    }
}
