package io.dgas.application.port.out.service;

/** What runs for long. At most one of each works on a database. */
public enum Service {
    DATA_COLLECTION("data-collection"),
    SCHEDULER("scheduler"),
    /** Telling people what is in the outbox. */
    DELIVERY("delivery"),
    DASHBOARD("dashboard");

    private final String code;

    Service(String code) {
        this.code = code;
    }

    /** The name on command lines and in the database. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
