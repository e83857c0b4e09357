package io.dgas.application.collection.actions;

import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.domain.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a sweep for actions came to.
 *
 * @param received actions told, of the symbols asked for
 * @param stored that were new or had another value
 * @param refused dividends that cannot be used, by symbol
 * @param failures why a question got no answer, by what was asked: a symbol or a date
 * @param unknown symbols that the vendor does not have, which is an answer
 * @param ended why the sweep ended before it was through; empty when it did not
 */
public record ActionReport(
        int received,
        int stored,
        List<RefusedDividend> refused,
        Map<String, String> failures,
        Set<String> unknown,
        Optional<String> ended) {

    public static final ActionReport NOTHING = new ActionReport(0, 0, List.of(), Map.of(), Optional.empty());

    public ActionReport {
        refused = List.copyOf(refused);
        failures = new TreeMap<>(failures);
        unknown = new TreeSet<>(unknown);
    }

    /** All symbols are known. */
    public ActionReport(
            int received,
            int stored,
            List<RefusedDividend> refused,
            Map<String, String> failures,
            Optional<String> ended) {
        this(received, stored, refused, failures, Set.of(), ended);
    }

    /** Whether every question was answered, so that nothing of the dates asked for can have been missed. */
    public boolean isComplete() {
        return failures.isEmpty();
    }

    /** A dividend that is not in dollars, which prices in dollars cannot be adjusted by. */
    public record RefusedDividend(Instrument instrument, DividendNotice dividend) {

        /** For people. */
        public String message() {
            return instrument + ": the dividend of " + dividend.exDate() + " is " + dividend.amount() + " "
                    + dividend.currency() + ", expected an amount in USD; it is not stored, import it with its value"
                    + " in dollars";
        }
    }

    ActionReport and(ActionReport other) {
        List<RefusedDividend> allRefused = new ArrayList<>(refused);
        allRefused.addAll(other.refused);
        Map<String, String> allFailures = new TreeMap<>(failures);
        allFailures.putAll(other.failures);
        Set<String> allUnknown = new TreeSet<>(unknown);
        allUnknown.addAll(other.unknown);
        return new ActionReport(
                received + other.received,
                stored + other.stored,
                allRefused,
                allFailures,
                allUnknown,
                ended.or(other::ended));
    }
}
