package io.dgas.application.port.out.vendor;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an answer held besides usable rows.
 *
 * @param omitted how many rows were left out for each reason; a reason without rows is absent
 * @param warnings what the vendor remarked, each text once
 */
public record RowReport(Map<RowFault, Integer> omitted, List<String> warnings) {

    public RowReport {
        SortedMap<RowFault, Integer> inOrder = new TreeMap<>(omitted);
        omitted = Collections.unmodifiableSortedMap(inOrder);
        warnings = List.copyOf(warnings);
    }

    /** How many rows were left out. */
    public int omittedRows() {
        return omitted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
