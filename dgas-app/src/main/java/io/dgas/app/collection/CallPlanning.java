package io.dgas.app.collection;

import io.dgas.app.settings.DataCollectionSettings;
import io.dgas.app.settings.EodhdSettings;
import io.dgas.app.settings.Settings;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.collection.plan.CallPlan;
import io.dgas.application.collection.plan.PlanLimits;
import io.dgas.application.collection.plan.PlanSettings;
import io.dgas.application.collection.plan.PlannedUniverse;
import io.dgas.application.collection.sweep.RetryPlan;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /**
     * The same, holding against it what the vendor says of the plan.
     *
     * @param told empty where the vendor was not asked
     */
    public static CallPlan of(Settings settings, Repositories stored, Optional<VendorAccount> told) {
        return of(settings, new Universe(stored, Set.of()), told);
    }

    /** @param unknown active symbols that the vendor does not have */
    static CallPlan of(Installation installation, Set<Instrument> unknown) {
        return of(installation.settings(), new Universe(installation.repositories(), unknown), Optional.empty());
    }

    private static CallPlan of(Settings settings, Universe universe, Optional<VendorAccount> told) {
        EodhdSettings vendor = settings.eodhd();
        DataCollectionSettings collection = settings.dataCollection();
        int live = collection.useWebsocket() ? vendor.websocketSymbols() : 0;
        long callsPerDay = told.map(account -> Math.clamp(account.dailyLimit(), 1, vendor.callsPerDay()))
                .orElse(vendor.callsPerDay());
        return CallPlan.of(
                universe.planned(collection.intervalAfterHours()),
                new PlanLimits(
                        callsPerDay,
                        collection.requestsPerMinute(),
                        vendor.websocketSymbols(),
                        told.map(VendorAccount::feeds).orElse(List.of())),
                new PlanSettings(
                        live,
                        Duration.ofMinutes(collection.quoteIntervalMinutes()),
                        collection.requestsPerMinute(),
                        new PlanSettings.SweepPasses(RetryPlan.STANDARD.afterClose(), Duration.ofHours(1), RETRIES),
                        collection.historyDays()));
    }

    /** Who is collected. */
    private record Universe(Repositories stored, Set<Instrument> unknown) {

        PlannedUniverse planned(Timeframe timeframe) {
            List<Instrument> active = stored.symbols().active().stream()
                    .filter(instrument -> !unknown.contains(instrument))
                    .toList();
            Set<Instrument> fresh = new HashSet<>(active);
            fresh.removeAll(stored.collection()
                    .figures()
                    .newest(Set.copyOf(active), timeframe)
                    .keySet());
            return new PlannedUniverse(active, fresh.size());
        }
    }
}
