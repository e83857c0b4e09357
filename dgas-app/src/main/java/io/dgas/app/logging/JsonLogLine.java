package io.dgas.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.dgas.app.output.Json;
import io.dgas.app.output.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of the log as one JSON object: {@code time}, {@code level}, {@code logger}, {@code thread}, {@code message}, what
 * marks the line such as {@code run}, and {@code stackTrace} if any. Without secrets.
 */
final class JsonLogLine extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        // Hidden before it is quoted: a secret with a quotation mark in it would not be found afterwards.
        line.put("message", Redaction.of(event.getFormattedMessage()));
        event.getMDCPropertyMap().forEach((key, value) -> line.putIfAbsent(key, Redaction.of(value)));
        if (event.getThrowableProxy() != null) {
            line.put("stackTrace", Redaction.of(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return Json.line(line);
    }
}
