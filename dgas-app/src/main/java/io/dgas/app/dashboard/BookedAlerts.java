package io.dgas.app.dashboard;

import io.dgas.adapter.web.system.AlertDesk;
import io.dgas.adapter.web.system.Alerts;
import io.dgas.application.port.out.AlertBook;
import java.time.InstantSource;

/** The alerts of the book, for the page. */
record BookedAlerts(AlertBook book, InstantSource clock) implements AlertDesk {

    private static final int MOST = 50;

    @Override
    public Alerts alerts() {
        return new Alerts(book.inForce(), book.over(MOST));
    }

    @Override
    public boolean acknowledge(long alert) {
        return book.acknowledge(alert, clock.instant());
    }
}
