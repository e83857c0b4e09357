package io.dgas.app.collection;

import io.dgas.app.settings.DataCollectionSettings;
import io.dgas.app.settings.EodhdSettings;
import io.dgas.app.wiring.Installation;
import io.dgas.application.collection.plan.CallPlan;
import io.dgas.application.collection.plan.PlanLimits;
import io.dgas.application.collection.plan.PlanSettings;
import io.dgas.application.collection.plan.PlannedUniverse;
import io.dgas.application.collection.sweep.RetryPlan;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The plan of calls for the universe and the settings of an installation. */
public final class CallPlanning {

    /** A symbol is asked for again once a night, on average. */
    private static final int RETRIES = 1;

    private CallPlanning() {}

    /** From what is set and stored alone; what the vendor says of the plan is not asked. */
    public static CallPlan of(Installation installation) {
        return of(installation, Set.of());
    }

    /** @param unknown active symbols that the vendor does not have */
    static CallPlan of(Installation installation, Set<Instrument> unknown) {
        EodhdSettings vendor = installation.settings().eodhd();
        DataCollectionSettings collection = installation.settings().dataCollection();
        List<Instrument> active = installation.repositories().symbols().active().stream()
                .filter(instrument -> !unknown.contains(instrument))
                .toList();
        Set<Instrument> fresh = new HashSet<>(active);
        fresh.removeAll(installation
                .repositories()
                .collection()
                .figures()
                .newest(Set.copyOf(active), collection.intervalAfterHours())
                .keySet());
        int live = collection.useWebsocket() ? vendor.websocketSymbols() : 0;
        return CallPlan.of(
                new PlannedUniverse(active, fresh.size()),
                new PlanLimits(
                        vendor.callsPerDay(), collection.requestsPerMinute(), vendor.websocketSymbols(), List.of()),
                new PlanSettings(
                        live,
                        Duration.ofMinutes(collection.quoteIntervalMinutes()),
                        collection.requestsPerMinute(),
                        new PlanSettings.SweepPasses(RetryPlan.STANDARD.afterClose(), Duration.ofHours(1), RETRIES),
                        collection.historyDays()));
    }
}
