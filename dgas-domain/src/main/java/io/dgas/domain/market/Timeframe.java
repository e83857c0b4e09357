package io.dgas.domain.market;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The lengths of bars, shortest first. A {@link Grid} says when bars of each open and close. */
public enum Timeframe {
    M1("1m", Duration.ofMinutes(1)),
    M2("2m", Duration.ofMinutes(2)),
    M3("3m", Duration.ofMinutes(3)),
    M5("5m", Duration.ofMinutes(5)),
    M10("10m", Duration.ofMinutes(10)),
    M15("15m", Duration.ofMinutes(15)),
    M20("20m", Duration.ofMinutes(20)),
    M30("30m", Duration.ofMinutes(30)),
    H1("1h", Duration.ofHours(1)),
    H2("2h", Duration.ofHours(2)),
    H3("3h", Duration.ofHours(3)),
    H4("4h", Duration.ofHours(4)),
    D1("1d", Duration.ofDays(1)),
    W1("1w", Duration.ofDays(7)),
    MO1("1mo", Duration.ofDays(30));

    private final String code;
    private final Duration length;

    Timeframe(String code, Duration length) {
        this.code = code;
        this.length = length;
    }

    /** The name on command lines and in the database: {@code 30m}, {@code 1d}, {@code 1mo}. */
    public String code() {
        return code;
    }

    /** Length of a full bar: exact for intraday bars, nominal from one day up. */
    public Duration length() {
        return length;
    }

    /** {@link #length} in seconds. */
    public long seconds() {
        return length.toSeconds();
    }

    public boolean isIntraday() {
        return compareTo(D1) < 0;
    }

    /**
     * The timeframe of this code.
     *
     * @throws IllegalArgumentException naming all codes, when there is none
     */
    public static Timeframe ofCode(String code) {
        for (Timeframe timeframe : values()) {
            if (timeframe.code.equals(code)) {
                return timeframe;
            }
        }
        throw new IllegalArgumentException("interval '" + code + "' does not exist; there are "
                + Arrays.stream(values()).map(Timeframe::code).collect(Collectors.joining(" ")));
    }

    @Override
    public String toString() {
        return code;
    }
}
