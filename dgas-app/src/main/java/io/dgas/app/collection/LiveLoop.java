package io.dgas.app.collection;

import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.collection.live.StreamCollection;
import io.dgas.application.collection.live.TradeFate;
import io.dgas.application.collection.live.WatchdogReport;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.collection.TradeCountRepository.CountedTrades;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Follows live trades while the market is open: connects some minutes before, closes the last bars some after. */
final class LiveLoop implements Runnable {

    private static final String PART = "live trades";
    private static final String LEARNING = "keeping how often symbols trade";
    private static final String STORING = "storing live bars";
    private static final String REFUSED = "symbols without live trades";
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration REST = Duration.ofMillis(500);

    private final CollectionParts parts;
    private final Problems problems;
    private final StopSignal stop;
    private final AtomicReference<Optional<View>> view = new AtomicReference<>(Optional.empty());
    private @Nullable StreamCollection collection;
    private int followed;

    LiveLoop(CollectionParts parts, Problems problems, StopSignal stop) {
        this.parts = parts;
        this.problems = problems;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.isGiven()) {
            Instant now = parts.time().clock().instant();
            try {
                stop.await(step(now) ? STEP : REST);
            } catch (RuntimeException failed) {
                problems.begin(PART, String.valueOf(failed.getMessage()), now);
                stop.await(REST);
            }
        }
        end();
    }

    /** How it stood after the last step; empty outside of market hours. */
    Optional<View> view() {
        return view.get();
    }

    /** The symbols that the vendor does not send, though they were asked for. */
    Set<Instrument> refused() {
        return view().map(now -> now.stream().refused().keySet()).orElse(Set.of());
    }

    /**
     * How live collection stands.
     *
     * @param waiting slots that could not be stored yet
     */
    record View(StreamStatus stream, WatchdogReport watched, Map<TradeFate, Long> fates, int waiting) {}

    /** One step; returns whether there is something to follow. */
    boolean step(Instant now) {
        Optional<Session> session = parts.streamWindow().sessionAt(now);
        if (session.isEmpty()) {
            end();
            return false;
        }
        StreamCollection current = collection;
        if (current == null) {
            List<Instrument> streamed = parts.plan().onSocket();
            if (streamed.isEmpty()) {
                return false;
            }
            current = parts.stream(streamed, session.get());
            collection = current;
            followed = streamed.size();
        }
        current.step(now);
        view.set(Optional.of(new View(
                current.status(),
                current.watched(),
                current.fates(),
                current.store().waiting())));
        tell(current, now);
        return true;
    }

    private void tell(StreamCollection current, Instant now) {
        StreamStatus stands = current.status();
        if (stands.state() == StreamStatus.State.LIVE) {
            problems.end(PART);
        } else {
            stands.problem().ifPresent(problem -> problems.begin(PART, problem, now));
        }
        if (stands.subscribed().size() == followed || !stands.refused().isEmpty()) {
            tell(stands.refused(), now);
        }
        current.store()
                .problem()
                .ifPresentOrElse(problem -> problems.begin(STORING, problem, now), () -> problems.end(STORING));
    }

    private void tell(Map<Instrument, String> refused, Instant now) {
        refused.entrySet().stream()
                .findFirst()
                .ifPresentOrElse(
                        first -> problems.begin(
                                REFUSED,
                                refused.size() + " symbols are collected from quotes instead, " + first.getKey() + ": "
                                        + first.getValue() + "; check eodhd.websocket_symbols",
                                now),
                        () -> problems.end(REFUSED));
    }

    private void end() {
        StreamCollection current = collection;
        if (current != null) {
            collection = null;
            current.close();
            view.set(Optional.empty());
            problems.end(PART);
            problems.end(STORING);
            problems.end(REFUSED);
            keep(current.learnt());
        }
    }

    private void keep(CountedTrades learnt) {
        Instant now = parts.time().clock().instant();
        try {
            parts.stores().tradeCounts().save(learnt, now);
            problems.end(LEARNING);
        } catch (StorageException away) {
            problems.begin(LEARNING, String.valueOf(away.getMessage()), now);
        }
    }
}
