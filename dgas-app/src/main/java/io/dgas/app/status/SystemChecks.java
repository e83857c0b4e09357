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
import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.status.BarsCheck;
import io.dgas.application.status.CoverageCheck;
import io.dgas.application.status.CycleCheck;
import io.dgas.application.status.DeliveryCheck;
import io.dgas.application.status.HorizonCheck;
import io.dgas.application.status.QuarantineCheck;
import io.dgas.application.status.QuotaCheck;
import io.dgas.application.status.ServiceCheck;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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
        return look(
                stored -> Stream.concat(services(stored.collection()), records(stored)),
                Stream.of(new DiskCheck(installation.dataDirectory()), new HorizonCheck(calendar)));
    }

    /** The database alone. */
    public SystemStatus database() {
        return look(stored -> Stream.empty(), Stream.empty());
    }

    /** What data collection is for. */
    public SystemStatus collecting() {
        return look(
                stored -> Stream.of(
                        collection(stored.collection()),
                        bars(),
                        quota(stored.collection()),
                        new ClockCheck(stored.collection().services())),
                Stream.empty());
    }

    /** What the scheduler is for. */
    public SystemStatus deciding() {
        return look(
                stored -> Stream.of(scheduler(stored.collection()), cycles(stored), new DeliveryCheck(stored.outbox())),
                Stream.empty());
    }

    private SystemStatus look(Function<Repositories, Stream<ComponentCheck>> ofStored, Stream<ComponentCheck> others) {
        List<ComponentCheck> checks = new ArrayList<>();
        try {
            new DatabaseAccess(installation).requireRunning();
            Repositories stored = installation.repositories();
            checks.add(new StoreCheck(stored::condition));
            ofStored.apply(stored).forEach(checks::add);
        } catch (OutsideUnreachable | WorkFailed | DatabaseUnavailableException | StorageException away) {
            checks.add(failing(StoreCheck.NAME, String.valueOf(away.getMessage())));
        }
        others.forEach(checks::add);
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

    private Stream<ComponentCheck> services(CollectionStores stores) {
        return Stream.concat(
                settings().dataCollection().enabled() ? Stream.of(collection(stores)) : Stream.empty(),
                Stream.of(scheduler(stores), page(stores)));
    }

    /** The system works without it. */
    private ComponentCheck page(CollectionStores stores) {
        return service(stores, Service.DASHBOARD, "dashboard", Verdict.UNKNOWN);
    }

    private ComponentCheck collection(CollectionStores stores) {
        return service(stores, Service.DATA_COLLECTION, "data collection", Verdict.FAILING);
    }

    private ComponentCheck scheduler(CollectionStores stores) {
        return service(stores, Service.SCHEDULER, "scheduler", Verdict.FAILING);
    }

    private ComponentCheck service(CollectionStores stores, Service service, String name, Verdict absent) {
        return new ServiceCheck(
                stores.services(),
                service,
                new ServiceCheck.Name(name, "dgas " + service.code() + " start"),
                absent,
                time.during(LONGEST_SILENCE));
    }

    private Stream<ComponentCheck> records(Repositories stored) {
        CollectionStores stores = stored.collection();
        return Stream.of(
                bars(),
                new CoverageCheck(
                        stores.coverage(), calendar, settings().dataCollection().intervalAfterHours()),
                new QuarantineCheck(stores.quarantines()),
                cycles(stored),
                new DeliveryCheck(stored.outbox()),
                quota(stores),
                new ClockCheck(stores.services()));
    }

    private ComponentCheck bars() {
        return new BarsCheck(installation.freshness(settings().dataCollection().intervalMarketHours()));
    }

    private ComponentCheck cycles(Repositories stored) {
        return new CycleCheck(settings().scheduler().overdue(stored.predictionRuns()));
    }

    private ComponentCheck quota(CollectionStores stores) {
        return new QuotaCheck(stores.callUsage(), settings().eodhd().callsPerDay());
    }

    private Settings settings() {
        return installation.settings();
    }
}
