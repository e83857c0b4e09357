package io.dgas.application.port.out.change;

import io.dgas.domain.market.Instrument;
import java.util.Set;

/**
 * Something stored is not what it was.
 *
 * @param instruments of which it may be; none when it may be of any
 */
public record Change(Kind kind, Set<Instrument> instruments) {

    /** What of it. */
    public enum Kind {
        /** Signals, or what became of the notices about them. */
        SIGNAL,
        /** Runs of the prediction cycle. */
        RUN,
        /** Bars, or runs that collected them. */
        BARS,
        /** Not known: some of what was told may have been missed. */
        ANYTHING
    }

    public Change {
        instruments = Set.copyOf(instruments);
    }

    /** One that may be of any instrument. */
    public static Change of(Kind kind) {
        return new Change(kind, Set.of());
    }
}
