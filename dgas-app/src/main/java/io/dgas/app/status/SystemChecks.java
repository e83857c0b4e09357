package io.dgas.app.status;

import io.dgas.adapter.postgres.DatabaseUnavailableException;
import io.dgas.app.exit.OutsideUnreachable;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.settings.Settings;
import io.dgas.app.wiring.CollectionStores;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.status.BarsCheck;
import io.dgas.application.status.ComponentCheck;
import io.dgas.application.status.ComponentStatus;
import io.dgas.application.status.CoverageCheck;
import io.dgas.application.status.CycleCheck;
import io.dgas.application.status.DeliveryCheck;
import io.dgas.application.status.HorizonCheck;
import io.dgas.application.status.QuarantineCheck;
import io.dgas.application.status.QuotaCheck;
import io.dgas.application.status.ServiceCheck;
import io.dgas.application.status.SystemStatus;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is looked at, as the settings say. Starts nothing. */
public final class SystemChecks {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Installation installation;
    private final ServiceTime time;
    private final TradingCalendar calendar = TradingCalendar.nyse();

    public SystemChecks(Installation installation, ServiceTime time) {
        this.installation = installation;
        this.time = time;
    }

    /** Everything there is. */
    public SystemStatus all() {
        return look(true);
    }

    /** The database alone. */
    SystemStatus database() {
        return look(false);
    }

    private SystemStatus look(boolean everything) {
        List<ComponentCheck> checks = new ArrayList<>();
        try {
            new DatabaseAccess(installation).requireRunning();
            Repositories stored = installation.repositories();
            checks.add(new StoreCheck(stored::condition));
            if (everything) {
                checks.addAll(services(stored.collection()));
                checks.addAll(records(stored));
            }
        } catch (OutsideUnreachable | WorkFailed | DatabaseUnavailableException | StorageException away) {
            checks.add(failing(StoreCheck.NAME, String.valueOf(away.getMessage())));
        }
        if (everything) {
            checks.add(new DiskCheck(installation.dataDirectory()));
            checks.add(new HorizonCheck(calendar));
        }
        return SystemStatus.of(checks, time.clock().instant());
    }

    private static ComponentCheck failing(String name, String reason) {
        return new ComponentCheck() {
            @Override
            public String component() {
                return name;
            }

            @Override
            public ComponentStatus at(Instant now) {
                return ComponentStatus.failing(name, reason);
            }
        };
    }

    private List<ComponentCheck> services(CollectionStores stores) {
        List<ComponentCheck> checks = new ArrayList<>();
        if (settings().dataCollection().enabled()) {
            checks.add(service(stores, Service.DATA_COLLECTION, "data collection"));
        }
        checks.add(service(stores, Service.SCHEDULER, "scheduler"));
        return checks;
    }

    private ComponentCheck service(CollectionStores stores, Service service, String name) {
        return new ServiceCheck(
                stores.services(),
                service,
                new ServiceCheck.Name(name, "dgas " + service.code() + " start"),
                time.during(LONGEST_SILENCE));
    }

    private List<ComponentCheck> records(Repositories stored) {
        CollectionStores stores = stored.collection();
        return List.of(
                new BarsCheck(installation.freshness(settings().dataCollection().intervalMarketHours())),
                new CoverageCheck(
                        stores.coverage(), calendar, settings().dataCollection().intervalAfterHours()),
                new QuarantineCheck(stores.quarantines()),
                new CycleCheck(settings().scheduler().overdue(stored.predictionRuns())),
                new DeliveryCheck(stored.outbox()),
                new QuotaCheck(stores.callUsage(), settings().eodhd().callsPerDay()),
                new ClockCheck(stores.services()));
    }

    private Settings settings() {
        return installation.settings();
    }
}
