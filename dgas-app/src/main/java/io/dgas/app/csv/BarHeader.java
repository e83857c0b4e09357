package io.dgas.app.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file holds what.
 *
 * @param columns by position; null for a column that is not read
 * @param ignored names of the columns that are not read
 */
record BarHeader(List<@Nullable Column> columns, List<String> ignored) {

    /** The columns read, by their names in the file; numbers in the order open, high, low, close, volume. */
    enum Column {
        SYMBOL(-1),
        TIMESTAMP(-1),
        OPEN(0),
        HIGH(1),
        LOW(2),
        CLOSE(3),
        VOLUME(4);

        private final int number;

        Column(int number) {
            this.number = number;
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Place among the numbers of a row. */
        int number() {
            return number;
        }
    }

    private static final Map<String, Column> SYNONYMS = Map.of(
            "ticker", Column.SYMBOL,
            "datetime", Column.TIMESTAMP,
            "date", Column.TIMESTAMP);

    /**
     * The header with these names, in any order and either case.
     *
     * @throws CsvFileException naming what is missing or twice there, and what was found
     */
    static BarHeader of(List<String> names, boolean symbolIsGiven) {
        List<@Nullable Column> columns = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (String name : names) {
            Column column = columnOf(name, names);
            columns.add(column);
            if (column == null) {
                ignored.add(name.strip());
            }
        }
        BarHeader header = new BarHeader(columns, ignored);
        header.check(names, symbolIsGiven);
        return header;
    }

    boolean hasSymbol() {
        return columns.contains(Column.SYMBOL);
    }

    private void check(List<String> names, boolean symbolIsGiven) {
        Set<Column> missing = EnumSet.allOf(Column.class);
        for (Column column : columns) {
            if (column != null && !missing.remove(column)) {
                throw new CsvFileException("column " + column.title() + " is there twice; " + found(names));
            }
        }
        if (symbolIsGiven) {
            missing.remove(Column.SYMBOL);
        }
        if (!missing.isEmpty()) {
            throw new CsvFileException(missingText(missing, names));
        }
    }

    private static String missingText(Set<Column> missing, List<String> names) {
        String titles = missing.stream().map(Column::title).collect(Collectors.joining(", "));
        String text = (missing.size() == 1 ? "column " + titles + " is missing" : "columns " + titles + " are missing")
                + "; " + found(names);
        if (names.size() == 1
                && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
            return text + ". Separate the columns with commas";
        }
        return missing.equals(EnumSet.of(Column.SYMBOL)) ? text + ". Name the symbol with --symbol" : text;
    }

    private static String found(List<String> names) {
        return "the file has " + names.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    /** A synonym counts only where the proper name is not there. */
    private static @Nullable Column columnOf(String name, List<String> names) {
        String plain = plain(name);
        Column synonym = SYNONYMS.get(plain);
        if (synonym != null) {
            return names.stream().map(BarHeader::plain).anyMatch(synonym.title()::equals) ? null : synonym;
        }
        return Arrays.stream(Column.values())
                .filter(column -> column.title().equals(plain))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
