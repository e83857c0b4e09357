package io.dgas.simulator.tape;

/** The {@code ms} of a trade. */
public enum MarketStatus {
    OPEN("open"),
    EXTENDED_HOURS("extended-hours");

    private final String wireName;

    MarketStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
