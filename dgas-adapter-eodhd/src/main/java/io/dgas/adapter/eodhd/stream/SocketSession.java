package io.dgas.adapter.eodhd.stream;

import io.dgas.application.port.out.vendor.StreamStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The course of a connection and of those that follow it: told what happens and what time it is, says what to do. */
final class SocketSession {

    private static final int AUTHORISED = 200;

    private final StreamRules rules;
    private final Backoff backoff;
    private final Liveness liveness;
    private final Subscriptions subscriptions;

    private State state = State.WAITING;
    private @Nullable Instant since;
    private Instant connectAt = Instant.MIN;
    private long connections;
    private int forbidden;
    private @Nullable Instant lastData;
    private @Nullable Instant lastHeard;
    private @Nullable String problem;

    SocketSession(StreamRules rules, RandomGenerator random) {
        this.rules = rules;
        this.backoff = new Backoff(rules.retries(), random);
        this.liveness = new Liveness(rules.patience());
        this.subscriptions = new Subscriptions(rules);
    }

    State state() {
        return state;
    }

    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    Set<String> subscribed() {
        return subscriptions.subscribed();
    }

    Map<String, String> refused() {
        return subscriptions.refused();
    }

    long reconnects() {
        return Math.max(0, connections - 1);
    }

    Optional<Instant> lastData() {
        return Optional.ofNullable(lastData);
    }

    Optional<Instant> lastHeard() {
        return Optional.ofNullable(lastHeard);
    }

    boolean isPingOut() {
        return state == State.LIVE && liveness.isAnswerOwed();
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** What is due at this time. */
    List<SocketAction> tick(Instant now) {
        if (since == null) {
            since = now;
        }
        return switch (state) {
            case WAITING -> waiting(now);
            case CONNECTING -> overdue(rules.patience().opening(), "the connection did not open within ", now);
            case AUTHORISING -> overdue(rules.patience().authorisation(), "not authorised within ", now);
            case LIVE -> live(now);
            case STOPPED -> List.of();
        };
    }

    /** What is to be done at once because of this. */
    List<SocketAction> on(SocketEvent event, Instant now) {
        return switch (event) {
            case SocketEvent.Opened opened -> opened(now);
            case SocketEvent.Refused refused -> refused(refused, now);
            case SocketEvent.Failed failed -> fail(failed.what(), now);
            case SocketEvent.Closed closed ->
                fail(("closed by the vendor with code " + closed.code() + " " + closed.reason()).strip(), now);
            case SocketEvent.Notice notice -> notice(notice, now);
            case SocketEvent.Heard heard -> heard(now);
            case SocketEvent.Data data -> data(now);
            case SocketEvent.Wanted wanted -> wanted(wanted.symbols());
            case SocketEvent.Silent silent -> silent(silent.symbols());
            case SocketEvent.Distrusted distrusted -> distrusted(distrusted.why(), now);
        };
    }

    private List<SocketAction> waiting(Instant now) {
        if (subscriptions.isNothingWanted() || now.isBefore(connectAt)) {
            return List.of();
        }
        connections++;
        enter(State.CONNECTING, now);
        return List.of(new SocketAction.Connect());
    }

    private List<SocketAction> overdue(Duration patience, String what, Instant now) {
        boolean due = since != null && !now.isBefore(since.plus(patience));
        return due ? fail(what + patience.toSeconds() + " s", now) : List.of();
    }

    private List<SocketAction> live(Instant now) {
        return switch (liveness.due(now)) {
            case PING -> List.of(new SocketAction.Ping());
            case GIVE_UP ->
                fail("a ping was not answered within " + rules.patience().pong().toSeconds() + " s", now);
            case NOTHING ->
                subscriptions
                        .next(now)
                        .map(frame -> List.<SocketAction>of(new SocketAction.Send(frame)))
                        .orElse(List.of());
        };
    }

    private List<SocketAction> opened(Instant now) {
        if (state == State.CONNECTING) {
            enter(State.AUTHORISING, now);
        }
        return List.of();
    }

    /** The vendor's page says 401 for a bad token and 403 for one connection too many, which passes. */
    private List<SocketAction> refused(SocketEvent.Refused refusal, Instant now) {
        String what = "the handshake was answered with status " + refusal.status();
        return switch (refusal.status()) {
            case 401 -> stop(what, now);
            case 403 -> forbidden(what, now);
            case 429 ->
                retry(what, now.plus(refusal.retryAfter().orElse(rules.retries().afterRefusal())), now);
            default -> fail(what, now);
        };
    }

    private List<SocketAction> forbidden(String what, Instant now) {
        forbidden++;
        return forbidden > rules.retries().refusals()
                ? stop(what + ", " + forbidden + " times", now)
                : retry(what, now.plus(rules.retries().afterRefusal()), now);
    }

    private List<SocketAction> notice(SocketEvent.Notice notice, Instant now) {
        heard(now);
        String what = "the vendor says " + notice.status() + " " + notice.message();
        if (notice.status() == AUTHORISED) {
            return authorised(now);
        }
        problem = what;
        if (notice.status() == 401 || notice.status() == 403) {
            return stop(what, now);
        }
        if (notice.status() >= 500) {
            return fail(what, now);
        }
        switch (notice.status()) {
            case 422 -> unprocessable(notice.message(), now);
            case 429 -> subscriptions.tooFast(now);
            default -> {}
        }
        return List.of();
    }

    private void unprocessable(String message, Instant now) {
        if (message.toLowerCase(Locale.ROOT).contains("limit reached")) {
            subscriptions.overLimit(now);
        } else {
            subscriptions.notServed(message, now);
        }
    }

    private List<SocketAction> authorised(Instant now) {
        if (state == State.AUTHORISING) {
            forbidden = 0;
            liveness.begin(now);
            subscriptions.begin(now);
            enter(State.LIVE, now);
        }
        return List.of();
    }

    private List<SocketAction> heard(Instant now) {
        lastHeard = now;
        liveness.heard();
        return List.of();
    }

    private List<SocketAction> data(Instant now) {
        lastData = now;
        if (state == State.LIVE) {
            backoff.reset();
        }
        return heard(now);
    }

    private List<SocketAction> wanted(List<String> symbols) {
        subscriptions.want(symbols);
        return List.of();
    }

    private List<SocketAction> silent(Set<String> symbols) {
        subscriptions.subscribeAgain(symbols);
        return List.of();
    }

    private List<SocketAction> distrusted(String why, Instant now) {
        if (state == State.STOPPED) {
            forbidden = 0;
            return retry(why, now, now);
        }
        return state == State.LIVE ? fail(why, now) : List.of();
    }

    private List<SocketAction> fail(String what, Instant now) {
        return retry(what, now.plus(backoff.next()), now);
    }

    private List<SocketAction> retry(String what, Instant at, Instant now) {
        problem = what;
        connectAt = at;
        subscriptions.end();
        enter(State.WAITING, now);
        return List.of(new SocketAction.Drop());
    }

    /** Trying again would bring the same; whoever knows better can distrust the connection. */
    private List<SocketAction> stop(String what, Instant now) {
        problem = what;
        subscriptions.end();
        enter(State.STOPPED, now);
        return List.of(new SocketAction.Drop());
    }

    private void enter(State next, Instant now) {
        state = next;
        since = now;
    }
}
