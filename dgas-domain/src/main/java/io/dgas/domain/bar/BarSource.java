package io.dgas.domain.bar;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a stored bar came from. Among provisional bars a higher grade wins. */
public enum BarSource {
    /** Delayed quotes turned into bars. */
    DELAYED("delayed", Standing.PROVISIONAL, 1),
    /** Trades of the vendor's socket aggregated to bars. */
    WEBSOCKET("ws", Standing.PROVISIONAL, 2),
    /** The vendor's intraday history, aggregated. */
    INTRADAY("intraday", Standing.FINAL, 3),
    /** The vendor's daily history. */
    END_OF_DAY("eod", Standing.FINAL, 3),
    /** A file, imported by hand. */
    IMPORT("import", Standing.FINAL, 3);

    private final String code;
    private final Standing standing;
    private final int grade;

    BarSource(String code, Standing standing, int grade) {
        this.code = code;
        this.standing = standing;
        this.grade = grade;
    }

    /**
     * The source with this code.
     *
     * @throws IllegalArgumentException if no source has it
     */
    public static BarSource ofCode(String code) {
        for (BarSource source : values()) {
            if (source.code.equals(code)) {
                return source;
            }
        }
        throw new IllegalArgumentException("source of bars '" + code + "' does not exist; there are "
                + Arrays.stream(values()).map(BarSource::code).collect(Collectors.joining(" ")));
    }

    /** The name in the database. */
    public String code() {
        return code;
    }

    public Standing standing() {
        return standing;
    }

    public int grade() {
        return grade;
    }
}
