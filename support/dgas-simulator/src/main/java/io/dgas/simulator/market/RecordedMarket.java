package io.dgas.simulator.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of CSV files of minute bars, {@code symbol,timestamp,open,high,low,close,volume}; several may hold one symbol. */
public final class RecordedMarket implements Market {

    private static final String HEADER = "symbol,timestamp,open,high,low,close,volume";
    private static final int FIELDS = 7;

    private final Map<String, Listing> listings = new TreeMap<>();

    private RecordedMarket(Map<String, NavigableMap<Long, MinuteBar>> bars) {
        bars.forEach((symbol, minutes) -> listings.put(symbol + ".US", Listing.of(minutes.values())));
    }

    /**
     * Reads every CSV file of the folder.
     *
     * @throws IllegalArgumentException naming the file and line that is not of the form, or a folder without bars
     */
    public static RecordedMarket read(Path folder) throws IOException {
        Map<String, NavigableMap<Long, MinuteBar>> bars = new HashMap<>();
        for (Path file : files(folder)) {
            addFile(file, bars);
        }
        if (bars.isEmpty()) {
            throw new IllegalArgumentException(folder + " has no bars; it needs CSV files that begin with " + HEADER);
        }
        return new RecordedMarket(bars);
    }

    @Override
    public Optional<Listing> find(String ticker) {
        return Optional.ofNullable(listings.get(ticker));
    }

    @Override
    public Set<String> tickers() {
        return Collections.unmodifiableSet(listings.keySet());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static void addFile(Path file, Map<String, NavigableMap<Long, MinuteBar>> bars) throws IOException {
        List<String> rows = Files.readAllLines(file);
        if (rows.isEmpty() || !rows.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException(file + " does not begin with " + HEADER);
        }
        for (int row = 1; row < rows.size(); row++) {
            String[] fields = rows.get(row).split(",", -1);
            MinuteBar bar = parse(fields, file + ":" + (row + 1));
            bars.computeIfAbsent(fields[0], symbol -> new TreeMap<>()).put(bar.openSecond(), bar);
        }
    }

    private static MinuteBar parse(String[] fields, String place) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(place + " has " + fields.length + " fields, not " + FIELDS);
        }
        try {
            return new MinuteBar(
                    Instant.parse(fields[1]).getEpochSecond(),
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4]),
                    Double.parseDouble(fields[5]),
                    Math.round(Double.parseDouble(fields[6])));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(place + " is not a bar: " + String.join(",", fields), e);
        }
    }
}
