package io.dgas.application.port.out.collection;

/** Why a bar that the calendar expects is not there. */
public enum AbsenceReason {
    /** Nobody traded in its time. */
    NO_TRADE,
    /** Trading in the symbol was halted. */
    HALT,
    /** The vendor does not have it. */
    VENDOR_GAP,
    /** We have not collected it and cannot any more. */
    OUR_GAP,
    /** The symbol was not listed, or not any more. */
    NOT_LISTED;

    /** Whether a bar was lost, and may be found yet. The others say that there never was one. */
    public boolean isGap() {
        return this == VENDOR_GAP || this == OUR_GAP;
    }
}
