package io.dgas.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the parts of DGAS log meanwhile, at the level of services. */
public final class KeptLines implements AutoCloseable {

    private final Logger ours = (Logger) LoggerFactory.getLogger("io.dgas");
    private final Level before = ours.getEffectiveLevel();
    private final Keeping keeping = new Keeping();

    public KeptLines() {
        ours.setLevel(Level.INFO);
        keeping.start();
        ours.addAppender(keeping);
    }

    private static final class Keeping extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    }

    public List<ILoggingEvent> all() {
        return keeping.events;
    }

    public List<ILoggingEvent> containing(String text) {
        return all().stream()
                .filter(event -> event.getFormattedMessage().contains(text))
                .toList();
    }

    /** The run that a line belongs to; nothing when to none. */
    public static String run(ILoggingEvent event) {
        return event.getMDCPropertyMap().getOrDefault(RunId.KEY, "");
    }

    @Override
    public void close() {
        ours.detachAppender(keeping);
        ours.setLevel(before);
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
