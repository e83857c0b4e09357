package io.dgas.adapter.web.live;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page that is open. One message is on its way to it at a time; of those that wait the newest of each key is kept, and
 * whoever lets too many gather is let go, to catch up when it comes back. Safe for threads.
 */
final class Reader implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private static final int WAITING = 64;

    private final Session session;
    private final Set<String> parts;
    private final Map<String, Message> waiting = new LinkedHashMap<>();
    private final BooleanSupplier stays;
    private boolean isSending;

    /**
     * @param parts that the page shows
     * @param stays whether it may go on listening
     */
    Reader(Session session, Set<String> parts, BooleanSupplier stays) {
        this.session = session;
        this.stays = stays;
        this.parts = Set.copyOf(parts);
    }

    boolean shows(String part) {
        return parts.contains(part);
    }

    void send(Message message) {
        if (!stays.getAsBoolean()) {
            session.disconnect();
            return;
        }
        boolean isTooSlow;
        synchronized (waiting) {
            waiting.put(message.key(), message);
            isTooSlow = waiting.size() > WAITING;
        }
        if (isTooSlow) {
            LOG.debug("a page reads too slowly and is let go");
            session.disconnect();
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        Message next;
        synchronized (waiting) {
            Iterator<Message> messages = waiting.values().iterator();
            if (isSending || !messages.hasNext()) {
                return;
            }
            next = messages.next();
            messages.remove();
            isSending = true;
        }
        session.sendText(next.text(), this);
    }

    @Override
    public void succeed() {
        synchronized (waiting) {
            isSending = false;
        }
        sendNext();
    }

    @Override
    public void fail(Throwable gone) {
        LOG.debug("a page is gone", gone);
        session.disconnect();
    }
}
