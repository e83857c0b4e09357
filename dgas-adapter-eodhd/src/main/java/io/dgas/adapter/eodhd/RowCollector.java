package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Rows of one or several answers put in order, each time once, and an account of those left out.
 *
 * @param <K> the time of a row
 * @param <T> a row as it is used
 */
final class RowCollector<K extends Comparable<? super K>, T> {

    private static final int LONGEST_WARNING = 300;

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Reader<V> {
        V read(Row row) throws UnusableRow;
    }

    private final Reader<K> time;
    private final Predicate<K> asked;
    private final Reader<T> reader;
    private final TreeMap<K, T> rows = new TreeMap<>();
    private final Map<RowFault, Integer> omitted = new EnumMap<>(RowFault.class);
    private final Set<String> warnings = new LinkedHashSet<>();

    RowCollector(Reader<K> time, Predicate<K> asked, Reader<T> reader) {
        this.time = time;
        this.asked = asked;
        this.reader = reader;
    }

    void addAll(JsonNode array) {
        array.forEach(this::add);
    }

    private void add(JsonNode node) {
        try {
            read(node);
        } catch (UnusableRow e) {
            omitted.merge(e.fault(), 1, Integer::sum);
        }
    }

    private void read(JsonNode node) throws UnusableRow {
        if (!node.isObject()) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
        Row row = new Row(node);
        if (row.has("warning")) {
            warn(row);
        }
        K key = time.read(row);
        if (!asked.test(key)) {
            throw new UnusableRow(RowFault.OUTSIDE);
        }
        keep(key, reader.read(row));
    }

    /** A warning stands beside the values of the last row, or alone. */
    private void warn(Row row) throws UnusableRow {
        String text = row.text("warning");
        warnings.add(text.length() > LONGEST_WARNING ? text.substring(0, LONGEST_WARNING) : text);
        if (row.hasNone("timestamp", "date", "code", "Code")) {
            throw new UnusableRow(RowFault.WARNING);
        }
    }

    private void keep(K key, T row) throws UnusableRow {
        T there = rows.putIfAbsent(key, row);
        if (there != null) {
            throw new UnusableRow(there.equals(row) ? RowFault.REPEATED : RowFault.CONTRADICTING);
        }
    }

    /** The usable rows, oldest first. */
    List<T> rows() {
        return List.copyOf(rows.values());
    }

    RowReport report() {
        return new RowReport(omitted, List.copyOf(warnings));
    }

    /** What the rows came to, when there is one or another was in its place. */
    <R> VendorAnswer<R> ifAny(Supplier<R> result) {
        if (isNothingYet()) {
            return new VendorAnswer.NotYet<>(omitted.getOrDefault(RowFault.PLACEHOLDER, 0));
        }
        return isOnlyWarning() ? refused() : new VendorAnswer.Data<>(result.get());
    }

    /** The rows, none at all being an answer too. */
    VendorAnswer<VendorRows<T>> evenIfNone() {
        return isOnlyWarning() ? refused() : new VendorAnswer.Data<>(new VendorRows<>(rows(), report()));
    }

    /** A free plan answers a question about what it does not include with a remark in place of the rows. */
    private <R> VendorAnswer<R> refused() {
        return new VendorAnswer.NoEntitlement<>(String.join(" ", warnings));
    }

    /** Whether nothing came, or only rows that say that there is nothing. */
    private boolean isNothingYet() {
        return rows.isEmpty() && omitted.keySet().stream().allMatch(RowFault.PLACEHOLDER::equals);
    }

    /** Whether the vendor had only a remark to make. */
    private boolean isOnlyWarning() {
        return rows.isEmpty() && omitted.keySet().equals(Set.of(RowFault.WARNING));
    }
}
