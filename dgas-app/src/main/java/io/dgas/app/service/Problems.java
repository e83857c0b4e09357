package io.dgas.app.service;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is amiss in each part of the service now, for the log when it begins and ends and for the status. Safe for threads. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** The part that loops which do not go on are a problem of. */
    public static final String LOOPS = "loops";

    private final Map<String, String> current = new LinkedHashMap<>();

    /** A part has this problem; the same again is not logged. */
    public synchronized void begin(String part, String problem, Instant now) {
        if (!problem.equals(current.put(part, problem))) {
            LOG.warn("{}: {} (since {})", part, problem, now);
        }
    }

    /** A part works. */
    public synchronized void end(String part) {
        if (current.remove(part) != null) {
            LOG.info("{}: works again", part);
        }
    }

    public synchronized Map<String, String> current() {
        return new LinkedHashMap<>(current);
    }
}
