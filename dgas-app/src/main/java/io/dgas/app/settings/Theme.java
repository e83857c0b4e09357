package io.dgas.app.settings;

/** The colours of the web page. */
public enum Theme {
    DARK,
    LIGHT,
    /** What the reader's system prefers. */
    SYSTEM
}
