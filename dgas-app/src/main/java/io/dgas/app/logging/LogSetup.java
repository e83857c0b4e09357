package io.dgas.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.dgas.app.logging.LogChoice.Detail;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sets the log up when the first logger is asked for; found by logback as a service, which spares a file of XML, and spares
 * commands that log nothing all of it.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    private static final AtomicReference<LogChoice> CHOSEN = new AtomicReference<>(LogChoice.USUAL);

    private final LogChoice choice;

    /** As chosen for this process. */
    public LogSetup() {
        this(CHOSEN.get());
    }

    LogSetup(LogChoice choice) {
        this.choice = choice;
    }

    /** Has an effect until the first logger is asked for. */
    public static void choose(LogChoice choice) {
        CHOSEN.set(choice);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        boolean isAll = choice.detail() == Detail.EVERYTHING;
        root.setLevel(isAll ? Level.INFO : Level.WARN);
        if (!isAll) {
            // Whoever asked for the connection tells what is wrong with it, and without a stack trace.
            context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
            // Likewise whoever started the web server tells why it did not start.
            context.getLogger("io.javalin.Javalin").setLevel(Level.OFF);
        }
        if (choice.detail() == Detail.WORK) {
            context.getLogger("io.dgas").setLevel(Level.INFO);
        }
        OutputStreamAppender<ILoggingEvent> appender = choice.file()
                .<OutputStreamAppender<ILoggingEvent>>map(file -> RolledFile.of(file, context))
                .orElseGet(LogSetup::standardError);
        appender.setContext(context);
        appender.setEncoder(encoder(context));
        appender.start();
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        var line = choice.format().layout();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(line);
        encoder.start();
        return encoder;
    }

    private static ConsoleAppender<ILoggingEvent> standardError() {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        return appender;
    }
}
