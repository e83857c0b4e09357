package io.dgas.simulator.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each token has asked for, by minutes and UTC days of the virtual clock, so that a test can hold it to its limits. */
public final class CallLog {

    /**
     * One token's sums. A request refused is one above the minute's limit and was answered 429; a call refused is one for
     * which the day had not enough left and was answered 402. Neither counts an answer that was ordered as a fault.
     */
    public record Tally(
            SortedMap<Instant, Integer> requestsByMinute,
            SortedMap<LocalDate, Integer> callsByDay,
            int requestsRefused,
            int callsRefused) {

        /** The most requests in any minute, the refused ones too. */
        public int mostRequestsInAMinute() {
            return requestsByMinute.values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
        }

        /** The calls booked on the UTC date. */
        public int callsOn(LocalDate date) {
            return callsByDay.getOrDefault(date, 0);
        }
    }

    private static final class Sums {

        private final TreeMap<Instant, Integer> requests = new TreeMap<>();
        private final TreeMap<LocalDate, Integer> calls = new TreeMap<>();
        private int requestsRefused;
        private int callsRefused;
    }

    private final Map<String, Sums> sums = new HashMap<>();

    /** The sums of a token so far; a token that never asked has none. */
    public synchronized Tally of(String token) {
        Sums own = sums.getOrDefault(token, new Sums());
        return new Tally(new TreeMap<>(own.requests), new TreeMap<>(own.calls), own.requestsRefused, own.callsRefused);
    }

    synchronized void request(String token, Instant now, boolean admitted) {
        Sums own = own(token);
        own.requests.merge(now.truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum);
        own.requestsRefused += admitted ? 0 : 1;
    }

    /** Calls booked, or none where the day had not enough left. */
    synchronized void charge(String token, Instant now, int calls) {
        Sums own = own(token);
        own.calls.merge(now.atOffset(ZoneOffset.UTC).toLocalDate(), calls, Integer::sum);
        own.callsRefused += calls == 0 ? 1 : 0;
    }

    private Sums own(String token) {
        return sums.computeIfAbsent(token, none -> new Sums());
    }
}
