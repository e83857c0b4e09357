package io.dgas.testkit;

import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.domain.signal.Signal;
import java.time.Instant;
import java.util.List;

class InMemoryOutboxTest implements OutboxContract {

    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void announce(Signal.Entry signal, List<Announcement> announcements, Instant now) {
        announcements.forEach(each -> outbox.announce(each, now));
    }
}
