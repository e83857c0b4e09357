package io.dgas.app.doctor;

/** What is looked at, in the order of the report. */
public enum Subject {
    SETTINGS("settings", "no service starts, or it does something else than is meant"),
    VARIABLES_FILE("file of variables", "other users of this machine can read the tokens and passwords in it"),
    SETTINGS_FILE("settings file", "other users of this machine can read the tokens and passwords in it"),
    DATA_DIRECTORY("data directory", "other users of this machine can change or remove bars, signals and backups"),
    DISK("disk", "once it is full no bar and no signal is stored, and the database stops"),
    JAVA("java", "files whose names are not ASCII are not found"),
    TIME_ZONES(
            "time zones", "in the weeks around a change of the clocks all bars, sessions and ticks are off by an hour"),
    CALENDAR("calendar", "beyond its end nothing is expected, collected or decided"),
    DASHBOARD_PORT("dashboard port", "the dashboard cannot start"),
    DATABASE("database", "nothing is collected, decided or told"),
    SCHEMA("schema", "no command that needs stored data works"),
    DATABASE_WRITES("database writes", "no bar and no signal is stored"),
    PRIVILEGES("privileges", "what needs them fails: bars are not stored, signals are not recorded"),
    DATABASE_CLOCK("database clock", "services on other machines look dead or alive when they are not"),
    SYMBOLS("symbols", "there is nothing to collect and to decide"),
    CALL_PLAN("call plan", "data collection refuses to start"),
    VENDOR("vendor", "no bar is collected: decisions go stale within the hour, and then stop"),
    VENDOR_PLAN("vendor plan", "calls run out before the day does, and what is left of it stays without bars"),
    QUOTA("quota", "nothing more is asked for until 00:00 UTC"),
    VENDOR_CLOCK("vendor clock", "trades look too early or too late, and live bars are wrong or missing"),
    DISCORD_TOKEN("discord token", "no signal reaches Discord"),
    DISCORD_CHANNEL("discord channel", "no signal reaches Discord"),
    VIEW_CHANNEL("discord VIEW_CHANNEL", "no signal reaches Discord"),
    SEND_MESSAGES("discord SEND_MESSAGES", "no signal reaches Discord"),
    SEND_MESSAGES_IN_THREADS("discord SEND_MESSAGES_IN_THREADS", "no signal reaches a thread of Discord"),
    EMBED_LINKS("discord EMBED_LINKS", "people get a line of text in place of a signal's fields"),
    ATTACH_FILES("discord ATTACH_FILES", "signals come without their chart"),
    READ_MESSAGE_HISTORY(
            "discord READ_MESSAGE_HISTORY",
            "after a lost answer nobody can tell whether a signal was told, and it stays untold");

    private final String words;
    private final String cost;

    Subject(String words, String cost) {
        this.words = words;
        this.cost = cost;
    }

    /** What people call it. */
    String words() {
        return words;
    }

    /** What a fault of it costs. */
    String cost() {
        return cost;
    }
}
