package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ExitCode;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be seen of a service that runs in another process: its status, what it stored, and what is true of that. */
public record ServiceWatch(SimulatedSession simulated, Timeframe timeframe, String told) {

    private static final Duration GRACE = Duration.ofSeconds(45);

    ServiceProcess start() {
        return ServiceProcess.start(environment(), "data-collection", "start");
    }

    /** In the vendor's time. */
    private Environment environment() {
        Map<String, String> variables = new HashMap<>(simulated.environment().variables());
        variables.put("DGAS_SIMULATION_CLOCK_URL", simulated.vendor.controlUrl() + "/clock");
        return new Environment(variables, simulated.environment().workingDirectory());
    }

    Commands commands() {
        return new Commands(environment(), simulated.vendor.clock());
    }

    StoredRows rows() {
        return StoredRows.of(simulated.environment());
    }

    /** Bars stored of the timeframe and the session. */
    long bars() {
        return rows().number("select count(*) from market_data where interval_type = '" + timeframe.code()
                + "' and \"timestamp\" >= '" + simulated.session.open() + "'");
    }

    /** Those of them that were made of live trades. */
    long liveBars() {
        return rows().number("select count(*) from market_data where interval_type = '" + timeframe.code()
                + "' and source = 'ws'");
    }

    String told(ServiceProcess collector) {
        return told + ", the collector said: " + collector.said() + ", status "
                + commands().status();
    }

    void awaitRunning(ServiceProcess collector) {
        Until.isSo(() -> isRunning(collector), () -> told(collector));
    }

    boolean isRunning(ServiceProcess collector) {
        assertThat(collector.isAlive()).as(collector.said()).isTrue();
        Commands.Said status = commands().status();
        return status.code() == ExitCode.DONE
                && collector.isHolder(status.results())
                && status.results().contains("phase: ");
    }

    /** A second one is told who has the service, and ends. */
    void expectNobodyElse() {
        Commands.Said second = commands().run("data-collection", "start");
        assertThat(second.code()).as(told).isEqualTo(ExitCode.NO);
        assertThat(second.notes()).as(told).contains("data collection is running already: ");
    }

    /** The session of a process that is gone ends at once, but not before the server has noticed. */
    void expectKilled() {
        Until.isSo(
                () -> commands().status().code() == ExitCode.NO,
                () -> told + ": " + commands().status());
        assertThat(commands().status().results())
                .as(told)
                .containsAnyOf(
                        "data collection: not running: it ended without being stopped", "data collection: never ran");
    }

    /** Whether every session of the date is complete; not known while a connection of before a kill is handed out. */
    public boolean isClosed(LocalDate date) {
        try {
            return List.of(timeframe, Timeframe.D1).stream().allMatch(each -> isClosed(each, date));
        } catch (StorageException away) {
            return false;
        }
    }

    private boolean isClosed(Timeframe each, LocalDate date) {
        List<Line> lines = simulated.parts().stores().coverage().lines(LedgerScope.of(each, new DateRange(date, date)));
        return lines.size() == simulated.instruments().size()
                && lines.stream().allMatch(line -> line.standing() == LineStanding.COMPLETE);
    }

    Map<String, String> stored() {
        return StoredBars.of(
                simulated.installation().repositories(),
                new StoredBars.Wanted(simulated.instruments(), simulated.session, timeframe));
    }

    /** Bars of live trades are what was traded, also while nobody listened because somebody had been killed. */
    void expectNothingInvented() {
        Map<String, String> stored = stored();
        Map<String, String> others = new TreeMap<>(stored);
        others.entrySet()
                .removeAll(new ExpectedLiveBars(simulated.vendor, timeframe, GRACE)
                        .made(simulated.session)
                        .entrySet());
        assertThat(others).as(told).isEmpty();
    }

    /** The ledger has closed: what is stored is what was traded, all of it final and nothing twice. */
    public void expectTheTruth() {
        assertThat(stored())
                .as(told)
                .isEqualTo(new ExpectedFinalBars(simulated.vendor, timeframe).of(simulated.session));
        assertThat(rows().number("select count(*) from market_data where interval_type = '" + timeframe.code()
                        + "' and standing <> 'FINAL' and \"timestamp\" >= '" + simulated.session.open() + "'"))
                .as(told)
                .isZero();
        assertThat(
                        rows().number(
                                        "select count(*) - count(distinct (symbol_id, interval_type, \"timestamp\")) from market_data"))
                .as(told)
                .isZero();
    }
}
