package io.dgas.app.dashboard;

import io.dgas.adapter.web.system.Cycles;
import io.dgas.adapter.web.system.SystemPage;
import io.dgas.app.monitor.Promises;
import io.dgas.app.service.StopSignal;
import io.dgas.app.settings.MonitoringSettings;
import io.dgas.application.alert.AlertKeeper;
import io.dgas.application.cycle.CycleReview;
import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the alerts, and reads again and again what the page of the system shows beside them, until it is told to stop.
 * While the database is away the page shows what was read last, and its components say why.
 */
final class SystemLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SystemLoop.class);

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Set<State> ON_THEIR_WAY = Set.of(State.WAITING, State.UNCERTAIN);
    private static final int MOST = 50;

    private final Means means;
    private final MonitoringSettings promised;
    private final StopSignal stop;

    /** Where it reads, and where it shows. */
    record Means(BookedAlerts alerts, CycleReview cycles, Outbox outbox, InstantSource clock, SystemPage page) {}

    SystemLoop(Means means, MonitoringSettings promised, StopSignal stop) {
        this.means = means;
        this.promised = promised;
        this.stop = stop;
    }

    @Override
    public void run() {
        do {
            read();
        } while (!stop.await(STEP));
    }

    private void read() {
        try {
            Instant now = means.clock().instant();
            Instant from = now.minus(DAY);
            CycleFigures figures = means.cycles().since(from, now);
            means.page()
                    .show(new Cycles(
                            figures, Promises.of(promised, figures), Duration.ofMillis(promised.slaP95LatencyMs())));
            means.page().show(means.outbox().counts(from), means.outbox().list(ON_THEIR_WAY, MOST));
        } catch (StorageException away) {
            LOG.debug("the page of the system shows what was read last", away);
        }
    }

    /** Shows how the system stands, and keeps what is amiss. */
    void note(SystemStatus status) {
        means.page().show(status);
        try {
            new AlertKeeper(means.alerts().book()).keep(status);
            means.page().show(means.alerts().alerts());
        } catch (StorageException away) {
            LOG.debug("alerts are kept when the database is back", away);
        }
    }
}
