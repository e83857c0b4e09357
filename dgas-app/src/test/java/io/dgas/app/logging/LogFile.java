package io.dgas.app.logging;

import ch.qos.logback.classic.LoggerContext;
import io.dgas.app.logging.LogChoice.Detail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** A log of its own, beside that of the JVM, read from the file it goes to. */
final class LogFile implements AutoCloseable {

    private final LoggerContext context = new LoggerContext();
    private final Path file;

    LogFile(Path file, Detail detail, LogFormat format) {
        this.file = file;
        context.setMDCAdapter(MDC.getMDCAdapter());
        new LogSetup(new LogChoice(detail, format, Optional.of(file))).configure(context);
    }

    Logger logger(String name) {
        return context.getLogger(name);
    }

    List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
