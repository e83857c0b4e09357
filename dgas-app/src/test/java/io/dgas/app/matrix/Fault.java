package io.dgas.app.matrix;

/** What can happen to the system, in the order of the table. */
enum Fault {
    COLLECTION_KILLED("kill -9 of data collection"),
    SCHEDULER_KILLED("kill -9 of the scheduler"),
    DASHBOARD_KILLED("kill -9 of the dashboard"),
    DATABASE_KILLED("kill -9 of PostgreSQL"),
    DISK_FULL("disk full"),
    DISK_READ_ONLY("disk read only"),
    DATABASE_READ_ONLY("database read only"),
    CLOCK_AHEAD("clock an hour ahead"),
    CLOCK_BEHIND("clock an hour behind"),
    CLOCKS_CHANGE("a night in which clocks change"),
    NETWORK_LOST("network lost"),
    VENDOR_DOWN("vendor down for a day"),
    DISCORD_DOWN("Discord down for a day"),
    STARTED_TWICE("two of each service started"),
    CONNECTIONS_TAKEN("40 connections taken by others");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    @Override
    public String toString() {
        return title;
    }
}
