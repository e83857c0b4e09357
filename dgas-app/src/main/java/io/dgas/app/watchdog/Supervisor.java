package io.dgas.app.watchdog;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who started this process to watch over it, such as systemd: told how it stands in the words of sd_notify. Where nobody
 * watches, nothing is told. What cannot be told is logged once, and does not disturb the service.
 */
public final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private static final String VARIABLE = "NOTIFY_SOCKET";

    private final Optional<NotifySocket> socket;
    private String trouble = "";

    private Supervisor(Optional<NotifySocket> socket) {
        this.socket = socket;
    }

    /** As these variables of the process name it. */
    public static Supervisor of(Map<String, String> variables) {
        return new Supervisor(Optional.ofNullable(variables.get(VARIABLE)).flatMap(NotifySocket::at));
    }

    /** The service has begun its work. */
    public void ready() {
        tell("READY=1");
    }

    /** The service lives and goes on. */
    public void lives(String status) {
        tell("WATCHDOG=1\nSTATUS=" + status);
    }

    /** How the service stands, when that is no sign that it goes on. */
    public void status(String status) {
        tell("STATUS=" + status);
    }

    /** The service is about to end. */
    public void stopping() {
        tell("STOPPING=1");
    }

    private synchronized void tell(String words) {
        socket.ifPresent(open -> {
            String failed = open.send(words.getBytes(StandardCharsets.UTF_8)).orElse("");
            if (!failed.isEmpty() && !failed.equals(trouble)) {
                LOG.warn("the service manager cannot be told how the service stands: {}", failed);
            }
            trouble = failed;
        });
    }
}
