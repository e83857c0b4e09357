package io.dgas.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.dgas.app.output.Redaction;
import java.util.Map;

/** A line of the log: time in UTC, level, logger, the run in brackets if any, message; then the stack trace if any. Without secrets. */
final class LogLine extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1);
        String line = event.getInstant() + " " + event.getLevel() + " " + logger + run(event.getMDCPropertyMap()) + ": "
                + event.getFormattedMessage();
        return Redaction.of(line) + "\n" + trace(event);
    }

    private static String run(Map<String, String> marks) {
        String run = marks.get(RunId.KEY);
        return run == null ? "" : " [" + run + "]";
    }

    private static String trace(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? ""
                : Redaction.of(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
