package io.dgas.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

/** What a line of the log looks like. */
public enum LogFormat {
    /** For people; see {@link LogLine}. */
    TEXT {
        @Override
        LayoutBase<ILoggingEvent> layout() {
            return new LogLine();
        }
    },
    /** For programs; see {@link JsonLogLine}. */
    JSON {
        @Override
        LayoutBase<ILoggingEvent> layout() {
            return new JsonLogLine();
        }
    };

    abstract LayoutBase<ILoggingEvent> layout();
}
