package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Notifier;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells people in one channel of Discord, as a bot. A try is one request, and at most two more with less of the message
 * where Discord has certainly refused the one before; they all bear the same nonce, for they are the same message.
 */
public final class DiscordNotifier implements Notifier, AutoCloseable {

    /** Discord promises "the past few minutes" (Create Message, {@code enforce_nonce}); the least that this can mean. */
    private static final Duration NONCES_KNOWN_FOR = Duration.ofMinutes(2);

    private static final String KIND = "discord";

    private final BotSettings settings;
    private final InstantSource clock;
    private final DiscordApi api;
    private final ChannelReader reader;
    private Instant lastUnknown = Instant.MIN;

    public DiscordNotifier(BotSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.api = new DiscordApi(settings, clock);
        this.reader = new ChannelReader(api, settings.channelId());
    }

    @Override
    public Channel channel() {
        return new Channel(KIND, settings.channelId());
    }

    @Override
    public Duration repeatsKnownFor() {
        return NONCES_KNOWN_FOR;
    }

    @Override
    public Sending send(Notice notice) {
        Sending sending = attempt(Draft.of(notice));
        if (sending instanceof Sending.Unknown) {
            lastUnknown = clock.instant();
        }
        return sending;
    }

    private Sending attempt(Draft draft) {
        MessageBody body = MessageBody.of(draft.message(), Nonce.of(draft.id(), settings.channelId()));
        Exchange exchange = api.post("create", "/channels/" + settings.channelId() + "/messages", body);
        return switch (exchange) {
            case Exchange.Waiting waiting -> new Sending.Later(waiting.pause(), waiting.why());
            case Exchange.NotSent unsent -> new Sending.Failed(unsent.why());
            case Exchange.Lost lost -> new Sending.Unknown(lost.why());
            case Exchange.NoToken none -> new Sending.Unauthorised(none.why());
            case Exchange.Answered answered -> judged(answered.answer(), draft);
        };
    }

    private Sending judged(Answer answer, Draft draft) {
        return switch (Judge.read(answer, Mark.of(draft.id()))) {
            case Verdict.Final last -> remarked(last.sending(), answer, draft);
            case Verdict.Lighter refused ->
                draft.without(refused.less(), answer.summary())
                        .map(this::attempt)
                        .orElse(refused.otherwise());
        };
    }

    /** An answer of 200 holds the message as it is shown. */
    private static Sending remarked(Sending sending, Answer answer, Draft draft) {
        return sending instanceof Sending.Delivered delivered && answer.status() == 200
                ? new Sending.Delivered(delivered.receipt(), draft.remark(answer.body()))
                : sending;
    }

    @Override
    public ReadBack find(NoticeId id, Instant from) {
        Instant now = clock.instant();
        ReadBack found = reader.find(Mark.of(id), from, now);
        Instant newest = from.isAfter(lastUnknown) ? from : lastUnknown;
        return found instanceof ReadBack.Absent
                        && newest.plus(ChannelReader.SETTLING).isAfter(now)
                ? new ReadBack.Unreadable("it may be too new to be read: it was tried at " + newest
                        + ", and Discord shows a message to its readers a little later")
                : found;
    }

    @Override
    public void close() {
        api.close();
    }
}
