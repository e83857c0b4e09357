package io.dgas.application.delivery;

import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Announcing;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which signals of one cycle people are told of: exits of entries that were announced, and entries that reach the
 * thresholds, best first. More than so many are told together.
 *
 * @param thresholds what an entry must reach
 * @param channels where they are told, each once
 * @param most signals of one cycle that are told one by one
 * @param grid by which they expire: an entry when the bar of its timeframe closes that was open when it was decided, and never later
 *     than the second after its own; an exit with the next session; what is told together when the first of them does
 * @param asOf the time that the cycle decided for
 * @param announced the entries in force that were announced
 */
public record SignalAnnouncing(
        Thresholds thresholds, Set<Channel> channels, int most, Grid grid, Instant asOf, Set<SignalId> announced)
        implements Announcing {

    /** Both in [0, 1]. */
    public record Thresholds(double confidence, double strength) {

        boolean areReachedBy(Signal.Entry entry) {
            return entry.confidence().value() >= confidence && entry.strength().value() >= strength;
        }
    }

    private static final Comparator<Signal> BEST_FIRST = Comparator.<Signal>comparingInt(
                    signal -> signal instanceof Signal.Exit ? 0 : 1)
            .thenComparing(Comparator.comparingDouble(SignalAnnouncing::worth).reversed())
            .thenComparing(signal -> signal.id().instrument())
            .thenComparing(signal -> signal.id().setUp());

    @Override
    public List<Announcement> of(List<Signal> issued) {
        List<Signal> notable =
                issued.stream().filter(this::isNotable).sorted(BEST_FIRST).toList();
        Stream<Announcement> announced = notable.size() > most
                ? channels.stream().map(channel -> digest(notable, channel))
                : notable.stream().flatMap(signal -> channels.stream().map(channel -> single(signal, channel)));
        return announced.toList();
    }

    private boolean isNotable(Signal signal) {
        return switch (signal) {
            case Signal.Entry entry -> thresholds.areReachedBy(entry);
            case Signal.Exit exit -> announced.contains(exit.opened());
        };
    }

    private static double worth(Signal signal) {
        return signal instanceof Signal.Entry entry
                ? entry.confidence().value() * entry.strength().value()
                : 0;
    }

    private Announcement single(Signal signal, Channel channel) {
        return new Announcement(
                new NoticeId(signal.id().toString()), channel, Kind.SIGNAL, List.of(signal.id()), expiry(signal));
    }

    private Announcement digest(List<Signal> signals, Channel channel) {
        Instant expiry = signals.stream()
                .map(this::expiry)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String trading = signals.getFirst().id().trading().code();
        return new Announcement(
                new NoticeId("digest " + trading + " " + asOf + " of " + signals.size() + " from "
                        + signals.getFirst().id().instrument() + " " + mark(signals)),
                channel,
                Kind.DIGEST,
                signals.stream().map(Signal::id).toList(),
                expiry);
    }

    /** Two digests of one time are two notices when they are about other signals. */
    private static String mark(List<Signal> signals) {
        return Integer.toHexString(signals.stream()
                .map(signal -> signal.id().toString())
                .sorted()
                .collect(Collectors.joining("\n"))
                .hashCode());
    }

    private Instant expiry(Signal signal) {
        Instant completed = signal.id().completedAt();
        if (signal instanceof Signal.Exit) {
            return grid.calendar()
                    .sessionAfter(grid.calendar().dateOf(completed))
                    .close();
        }
        Timeframe trading = signal.id().trading();
        long decided = asOf.getEpochSecond();
        long next = closeOf(grid.slotFrom(completed.getEpochSecond(), trading), completed);
        long current = closeOf(grid.slotAt(decided, trading).or(() -> grid.slotFrom(decided, trading)), completed);
        long latest = closeOf(grid.slotFrom(next, trading), completed);
        return Instant.ofEpochSecond(Math.min(current, latest));
    }

    private static long closeOf(Optional<Slot> slot, Instant otherwise) {
        return slot.map(Slot::closeTime).orElse(otherwise.getEpochSecond());
    }
}
