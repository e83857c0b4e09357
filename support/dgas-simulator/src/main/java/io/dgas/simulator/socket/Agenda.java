package io.dgas.simulator.socket;

import io.dgas.simulator.tape.TimedTrade;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is still to come, by the virtual time at which it is due; what is due together comes in the order of its entry. */
final class Agenda {

    /** A trade to be sent, or something to be done. */
    sealed interface Due extends Comparable<Due> {

        long millis();

        long order();

        @Override
        default int compareTo(Due other) {
            int byTime = Long.compare(millis(), other.millis());
            return byTime != 0 ? byTime : Long.compare(order(), other.order());
        }
    }

    /** A trade; one that a fault has delayed suffers no other. */
    record DueTrade(long millis, long order, TimedTrade timed, boolean delayed) implements Due {}

    record DueAction(long millis, long order, Runnable action) implements Due {}

    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long entries;

    void add(long millis, Runnable action) {
        due.add(new DueAction(millis, entries++, action));
    }

    void add(TimedTrade timed) {
        due.add(new DueTrade(timed.sentMillis(), entries++, timed, false));
    }

    void addDelayed(TimedTrade timed, long millis) {
        due.add(new DueTrade(millis, entries++, timed, true));
    }

    /** Takes the next that is due by then; null where there is none. */
    @Nullable
    Due next(long millis) {
        Due head = due.peek();
        return head == null || head.millis() > millis ? null : due.poll();
    }

    void forgetTrades() {
        due.removeIf(each -> each instanceof DueTrade);
    }
}
