package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.Until;
import io.dgas.app.notice.webhook.Receiver;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.app.settings.WebhookUrl;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pings to a real server on this machine. */
class PingLoopTest {

    private static final String PATH = "/a-secret-path";

    private final Problems problems = new Problems();
    private final StopSignal stop = new StopSignal();
    private final AtomicReference<Verdict> verdict = new AtomicReference<>(Verdict.WARNING);
    private Receiver receiver;
    private final AtomicInteger failing = new AtomicInteger();
    private Thread loop = Thread.ofPlatform().unstarted(() -> {});

    @BeforeEach
    void begin() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        stop.give();
        loop.join(Duration.ofSeconds(60));
        assertThat(loop.isAlive()).isFalse();
        receiver.close();
    }

    private void ping(String url) {
        PingLoop.Means means = new PingLoop.Means(
                this::status, new Ping(new WebhookUrl(url), Duration.ofSeconds(1)), Duration.ofMillis(100));
        loop = Thread.ofPlatform().start(new PingLoop(means, problems, stop));
    }

    private SystemStatus status() {
        if (verdict.get() == Verdict.FAILING) {
            failing.incrementAndGet();
        }
        return new SystemStatus(Instant.EPOCH, List.of(new ComponentStatus("bars", verdict.get(), "as it is")));
    }

    private void awaitPings(int count) {
        Until.isSo(() -> receiver.posts().size() >= count, () -> receiver.posts() + " " + problems.current());
    }

    /** One ping after the other: with the first of them the last ping is over. */
    private void awaitLooksAtFailure(int count) {
        Until.isSo(() -> failing.get() >= count, () -> failing + " looks");
    }

    private void awaitProblem(String text) {
        Until.isSo(
                () -> problems.current().getOrDefault("ping", "").contains(text),
                () -> problems.current().toString());
        assertThat(problems.current().get("ping")).doesNotContain("secret");
    }

    @Test
    void pingsAsLongAsNothingIsFailing() {
        ping(receiver.url(PATH));
        awaitPings(2);
        verdict.set(Verdict.FAILING);
        awaitLooksAtFailure(1);
        int before = receiver.posts().size();
        awaitLooksAtFailure(4);
        assertThat(receiver.posts()).hasSize(before);
        verdict.set(Verdict.OK);
        awaitPings(before + 1);
        assertThat(receiver.posts()).allMatch(ping -> ping.path().equals(PATH));
        assertThat(problems.current()).isEmpty();
    }

    @Test
    void aPingThatIsNotTakenIsAProblemUntilOneIs() {
        receiver.answer(404, Map.of());
        ping(receiver.url(PATH));
        awaitProblem("answered 404");
        awaitPings(2);
        Until.isSo(() -> problems.current().isEmpty(), () -> problems.current().toString());
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answer(302, Map.of("Location", receiver.url("/elsewhere")));
        ping(receiver.url(PATH));
        awaitProblem("answered 302");
        assertThat(receiver.posts()).noneMatch(ping -> ping.path().equals("/elsewhere"));
    }

    @Test
    void aPingThatHangsIsLeftBehind() {
        receiver.answer(0, Map.of());
        ping(receiver.url(PATH));
        awaitProblem("did not answer within 1000 ms");
        awaitPings(2);
    }

    @Test
    void nobodyListens() {
        String gone = receiver.url(PATH);
        receiver.close();
        ping(gone);
        awaitProblem("cannot be reached: ");
    }
}
