package io.dgas.application.port.out.vendor;

/** Why a row of a vendor's answer was left out. */
public enum RowFault {
    /** Time and no value at all: the vendor has not loaded the session. */
    PLACEHOLDER,
    /** Prices without volume: no trade, an indication or the print of a halt. */
    NO_VOLUME,
    /** Some values are absent. */
    INCOMPLETE,
    /** Not an object, or a value that is no number or no date. */
    UNREADABLE,
    /** A price not above 0, a high below another price, a low above one, a volume or a ratio below what can be. */
    IMPOSSIBLE,
    /** The same row once more, in one answer or where two parts of a span meet. */
    REPEATED,
    /** Another row for a time that has one already; the first is kept. */
    CONTRADICTING,
    /** Outside of what was asked. */
    OUTSIDE,
    /** A remark of the vendor in a row of its own. */
    WARNING
}
