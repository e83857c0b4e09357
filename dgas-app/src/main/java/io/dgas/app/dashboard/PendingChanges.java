package io.dgas.app.dashboard;

import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.change.Change.Kind;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Changes that were told and not looked at yet, as one of each kind however many come. Safe for threads. */
final class PendingChanges implements Consumer<Change> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final Map<Kind, Change> pending = new EnumMap<>(Kind.class);

    @Override
    public void accept(Change change) {
        lock.lock();
        try {
            pending.merge(change.kind(), change, PendingChanges::both);
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Change both(Change one, Change other) {
        if (one.instruments().isEmpty() || other.instruments().isEmpty()) {
            return Change.of(one.kind());
        }
        Set<Instrument> all = new HashSet<>(one.instruments());
        all.addAll(other.instruments());
        return new Change(one.kind(), all);
    }

    /** All of them, once there are any or the time is over; an interrupt ends the waiting too. */
    List<Change> within(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (pending.isEmpty() && left > 0) {
                left = told.awaitNanos(left);
            }
            return taken();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<Change> taken() {
        List<Change> taken = List.copyOf(pending.values());
        pending.clear();
        return taken;
    }
}
