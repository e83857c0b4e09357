package io.dgas.app.scheduler;

import io.dgas.app.notice.Deliveries;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.app.settings.MonitoringSettings;
import io.dgas.app.settings.Settings;
import io.dgas.app.status.SystemChecks;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.collection.health.AlertCheck;
import io.dgas.application.delivery.Delivery;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.report.DailyReport;
import io.dgas.application.report.DailyTime;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How people learn that all is well without looking: a digest each day, and pings whose absence is the alarm. */
record SignsOfLife(Installation installation, ServiceTime time) {

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(10);

    /** Those that the settings ask for, by name. */
    Map<String, Runnable> loops(Deliveries deliveries, Problems problems, StopSignal stop) {
        MonitoringSettings settings = installation.settings().monitoring();
        Map<String, Runnable> loops = new LinkedHashMap<>();
        Set<Channel> channels = deliveries.all().stream().map(Delivery::channel).collect(Collectors.toSet());
        settings.dailyDigestAt().filter(at -> !channels.isEmpty()).ifPresent(at -> {
            DailyTime daily =
                    new DailyTime(at, installation.settings().scheduler().timezone());
            loops.put(
                    "digest",
                    new ReportLoop(
                            new ReportLoop.Means(
                                    daily,
                                    this::status,
                                    report(),
                                    installation.repositories().reports(),
                                    channels),
                            time.clock(),
                            problems,
                            stop));
        });
        settings.pingUrl().ifPresent(url -> {
            PingLoop.Means means = new PingLoop.Means(
                    this::status, new Ping(url, PING_TIMEOUT), Duration.ofMinutes(settings.pingMinutes()));
            loops.put("ping", new PingLoop(means, problems, stop));
        });
        return loops;
    }

    private SystemStatus status() {
        return new SystemChecks(installation, time).all();
    }

    private DailyReport report() {
        Settings settings = installation.settings();
        Repositories stored = installation.repositories();
        return new DailyReport(
                new DailyReport.Records(
                        stored.predictionRuns(),
                        stored.outbox(),
                        stored.collection().coverage(),
                        new AlertCheck(
                                stored.collection().runs(),
                                stored.symbols(),
                                settings.dataCollection().errorThresholdPct())),
                new DailyReport.Market(
                        TradingCalendar.nyse(), settings.dataCollection().intervalAfterHours()));
    }
}
