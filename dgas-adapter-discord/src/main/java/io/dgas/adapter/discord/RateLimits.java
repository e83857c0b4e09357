package io.dgas.adapter.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When the next request may be made, as the answers so far have told. One channel and one bot, so that a bucket is known by
 * its name alone. As requests follow each other, the first of a route is alone by itself.
 */
final class RateLimits {

    private static final int MOST_A_SECOND = 50;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SHORTEST_EDGE_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_EDGE_PAUSE = Duration.ofHours(1);
    private static final double LONGEST_SECONDS = 86_400;

    /** Between two clocks that count the same seconds. */
    private static final Duration MARGIN = Duration.ofMillis(250);

    private final Deque<Instant> newest = new ArrayDeque<>();
    private final Map<String, String> bucketOfRoute = new HashMap<>();
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<String, Pause> pauses = new HashMap<>();
    private Optional<Pause> whole = Optional.empty();
    private int refusalsByTheEdge;

    /** The pause that is still to be kept before a request of this route; empty when it may be made. */
    Optional<Exchange.Waiting> before(String route, Instant now) {
        return running(whole, now)
                .or(() -> running(Optional.ofNullable(pauses.get(route)), now))
                .or(() -> running(exhausted(route), now))
                .or(() -> running(ownLimit(now), now));
    }

    private static Optional<Exchange.Waiting> running(Optional<Pause> pause, Instant now) {
        return pause.filter(each -> each.left(now).isPositive())
                .map(each -> new Exchange.Waiting(each.left(now), each.why()));
    }

    private Optional<Pause> exhausted(String route) {
        return bucket(route).filter(bucket -> bucket.remaining() < 1).map(Bucket::window);
    }

    private Optional<Bucket> bucket(String route) {
        return Optional.ofNullable(bucketOfRoute.get(route)).flatMap(name -> Optional.ofNullable(buckets.get(name)));
    }

    private Optional<Pause> ownLimit(Instant now) {
        newest.removeIf(each -> each.isAfter(now) || !each.plus(SECOND).isAfter(now));
        return newest.size() < MOST_A_SECOND
                ? Optional.empty()
                : Optional.of(new Pause(
                        newest.getFirst(),
                        newest.getFirst().plus(SECOND),
                        MOST_A_SECOND + " requests were made within a second"));
    }

    /** Counts a request that is about to be made, for its answer may never come. */
    void count(String route, Instant now) {
        newest.addLast(now);
        bucket(route).ifPresent(bucket -> buckets.put(nameOf(route), bucket.afterOneMore()));
    }

    private String nameOf(String route) {
        return bucketOfRoute.getOrDefault(route, route);
    }

    /** Learns from an answer; a pause that it asks for is the result. */
    Optional<Exchange.Waiting> after(String route, Answer answer, Instant now) {
        learn(route, answer, now);
        if (answer.status() == 429) {
            return Optional.of(refused(route, answer, now));
        }
        if (answer.status() < 300) {
            refusalsByTheEdge = 0;
        }
        return Optional.empty();
    }

    private void learn(String route, Answer answer, Instant now) {
        OptionalDouble remaining = answer.header("X-RateLimit-Remaining");
        Optional<Duration> reset = resetAfter(answer, now);
        if (remaining.isPresent() && reset.isPresent()) {
            String name = answer.headers().firstValue("X-RateLimit-Bucket").orElse(nameOf(route));
            bucketOfRoute.put(route, name);
            Pause window = Pause.of(now, reset.get().plus(MARGIN), "the requests of this bucket are used up");
            buckets.put(name, new Bucket((long) remaining.getAsDouble(), window));
        }
    }

    /** Rather by the seconds that Discord counts than by its clock, which need not be ours. */
    private static Optional<Duration> resetAfter(Answer answer, Instant now) {
        OptionalDouble after = answer.header("X-RateLimit-Reset-After");
        OptionalDouble at = answer.header("X-RateLimit-Reset");
        if (after.isPresent() || at.isEmpty()) {
            return seconds(after);
        }
        double until = at.getAsDouble() - now.toEpochMilli() / 1_000.0;
        return seconds(OptionalDouble.of(Math.max(0, until)));
    }

    private static Optional<Duration> seconds(OptionalDouble seconds) {
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis((long) Math.ceil(Math.min(LONGEST_SECONDS, seconds.getAsDouble()) * 1_000)));
    }

    private Exchange.Waiting refused(String route, Answer answer, Instant now) {
        Optional<Duration> asked = seconds(answer.number(answer.body().path("retry_after")));
        boolean byTheEdge = asked.isEmpty() && !answer.fromBehindTheEdge();
        Optional<Duration> told = asked.or(() -> seconds(answer.header("Retry-After")))
                .or(() -> byTheEdge ? Optional.empty() : seconds(answer.header("X-RateLimit-Reset-After")));
        Duration pause = byTheEdge || told.isEmpty() ? edgePause(told.orElse(Duration.ZERO)) : told.get();
        boolean all = byTheEdge || told.isEmpty() || isGlobal(answer) || !answer.fromBehindTheEdge();
        Pause kept = Pause.of(now, pause.plus(MARGIN), why(answer, all));
        if (all) {
            whole = Optional.of(kept);
        } else {
            pauses.put(route, kept);
        }
        return new Exchange.Waiting(kept.left(now), kept.why());
    }

    private Duration edgePause(Duration told) {
        int doublings = Math.min(refusalsByTheEdge, 6);
        refusalsByTheEdge++;
        Duration grown = SHORTEST_EDGE_PAUSE.multipliedBy(1L << doublings);
        Duration pause = grown.compareTo(LONGEST_EDGE_PAUSE) < 0 ? grown : LONGEST_EDGE_PAUSE;
        return pause.compareTo(told) < 0 ? told : pause;
    }

    private static boolean isGlobal(Answer answer) {
        return answer.body().path("global").asBoolean(false)
                || answer.headers().firstValue("X-RateLimit-Global").isPresent()
                || "global"
                        .equals(answer.headers().firstValue("X-RateLimit-Scope").orElse(""));
    }

    private static String why(Answer answer, boolean all) {
        return answer.summary() + (all ? "; a pause for all requests" : "; a pause for this route");
    }
}
