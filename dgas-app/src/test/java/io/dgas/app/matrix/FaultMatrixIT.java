package io.dgas.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.Commands;
import io.dgas.app.collection.ServiceProcess;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.matrix.MatrixSystem.Scene;
import io.dgas.app.matrix.MatrixTable.Named;
import io.dgas.domain.market.Timeframe;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault matrix: each fault is made to real services, {@code status} names it within 90 seconds, and the system heals by
 * itself or by the one step that was named; nothing is lost or doubled. What was seen is in {@code target/fault-matrix.txt}.
 */
class FaultMatrixIT {

    private static final MatrixTable TABLE = new MatrixTable();

    /** A Friday: the ledger is closed at leisure. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 17);

    private static final Scene TRADING = new Scene(DATE, Instant.parse("2026-07-17T15:05:20Z"), 15, "1m");

    /** From a Thursday's last hour to Friday's. */
    private static final Scene ADAY = new Scene(DATE, Instant.parse("2026-07-16T19:00:20Z"), 1_000, "30m");

    private static final String END_SESSIONS = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()";

    @TempDir
    Path folder;

    /** A service, what status calls it, and what starts it. */
    private record Killed(Fault fault, String component, String service) {}

    @Test
    void aServiceThatWasKilledIsNamedWithWhatStartsIt() throws IOException {
        List<Killed> each = List.of(
                new Killed(Fault.COLLECTION_KILLED, "data collection", "data-collection"),
                new Killed(Fault.SCHEDULER_KILLED, "scheduler", "scheduler"),
                new Killed(Fault.DASHBOARD_KILLED, "dashboard", "dashboard"));
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            List<ServiceProcess> processes = each.stream()
                    .map(killed -> system.start(killed.service(), "start"))
                    .toList();
            system.awaitHealthy();
            for (int number = 0; number < processes.size(); number++) {
                Killed killed = each.get(number);
                processes.get(number).kill();
                Named named = system.awaitNamed(killed.component(), "ended without being stopped");
                assertThat(named.said()).endsWith("; 'dgas " + killed.service() + " start' starts it");
                system.start(killed.service(), "start");
                system.awaitHealthy();
                TABLE.add(killed.fault(), named, "when it was started, as was said");
            }
            expectNothingLost(system);
        }
    }

    private static void expectNothingLost(MatrixSystem system) {
        Aftermath aftermath = new Aftermath(system, Timeframe.M1);
        aftermath.expectEachOnce();
        aftermath.expectEveryBar();
    }

    @Test
    void aDatabaseThatWasKilledIsNamedWithWhatStartsIt() throws IOException {
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            ServiceProcess all = system.startAll();
            system.server.kill();
            Named named = system.awaitNamed("database", "is not running");
            assertThat(named.said()).contains("'dgas db start' starts it");
            system.awaitNotReady("database");
            assertThat(system.run("db", "start").code()).isEqualTo(ExitCode.DONE);
            system.awaitHealthy();
            assertThat(all.isAlive()).as(all.said()).isTrue();
            TABLE.add(Fault.DATABASE_KILLED, named, "when it was started, as was said; the services ran on");
            expectNothingLost(system);
        }
    }

    @Test
    void aDatabaseThatTakesNothingIsNamed() throws IOException {
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            system.startAll();
            system.rows().execute("alter database dgas set default_transaction_read_only = on", END_SESSIONS);
            Named named = system.awaitNamed("database", "takes nothing that is written: it is read only");
            system.awaitNotReady("read only");
            system.rows()
                    .execute(
                            "set default_transaction_read_only = off",
                            "alter database dgas reset default_transaction_read_only",
                            END_SESSIONS);
            system.awaitHealthy();
            TABLE.add(Fault.DATABASE_READ_ONLY, named, "by itself, when it took writes again");
            expectNothingLost(system);
        }
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        requireLong(Fault.DISK_FULL);
        Optional<SmallDisk> mounted = SmallDisk.mount();
        if (mounted.isEmpty()) {
            skip("only root may mount a small disk", Fault.DISK_FULL);
        }
        try (SmallDisk disk = mounted.orElseThrow();
                MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            system.rows()
                    .execute(
                            "create tablespace small location '" + disk.folder("bars") + "'",
                            "alter table market_data set (fillfactor = 10)",
                            "alter table market_data set tablespace small");
            system.startAll();
            system.rows().execute("vacuum full market_data");
            disk.fill();
            Named named = system.awaitNamed("data collection", "No space left on device");
            disk.makeRoom();
            system.awaitHealthy();
            TABLE.add(Fault.DISK_FULL, named, "by itself, when there was room");
            expectNothingLost(system);
        }
    }

    @Test
    void aDataDirectoryThatIsReadOnlyIsNamed() throws Exception {
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            system.startAll();
            try (ReadOnlyFolder closed = ReadOnlyFolder.of(folder.resolve("data"))) {
                if (!closed.isClosed()) {
                    skip("only root may mount a folder read only", Fault.DISK_READ_ONLY);
                }
                Named named = system.awaitNamed("disk", "cannot be written to");
                closed.open();
                if (system.run("status", "--check-database").code() != ExitCode.DONE) {
                    assertThat(system.run("db", "start").code()).isEqualTo(ExitCode.DONE);
                }
                system.awaitHealthy();
                TABLE.add(Fault.DISK_READ_ONLY, named, "by itself, when it could be written to");
            }
            expectNothingLost(system);
        }
    }

    @Test
    void aClockThatJumpedIsNamed() throws IOException {
        requireLong(Fault.CLOCK_AHEAD, Fault.CLOCK_BEHIND);
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            system.startAll();
            jump(system, Duration.ofHours(-1), new Jump(Fault.CLOCK_AHEAD, "the vendor's clock is behind"));
            jump(system, Duration.ofHours(1), new Jump(Fault.CLOCK_BEHIND, "the vendor's clock is ahead of"));
            expectNothingLost(system);
        }
    }

    /** How our clock is seen from the vendor's. */
    private record Jump(Fault fault, String text) {}

    /** Services reckon their time by themselves: theirs goes on when the vendor's jumps, which looks as if theirs had. */
    private static void jump(MatrixSystem system, Duration vendor, Jump jump) {
        system.simulated.vendor.clock().advance(vendor);
        Named named = system.awaitNamed("clock", jump.text());
        system.simulated.vendor.clock().advance(vendor.negated());
        system.awaitNamed("clock", "ok: ");
        system.awaitHealthy();
        TABLE.add(jump.fault(), named, "by itself, when clocks agreed");
    }

    /** 01:00 to 01:59 in New York come twice. */
    @Test
    void eachTickOfANightInWhichClocksChangeIsServedOnce() throws IOException {
        requireLong(Fault.CLOCKS_CHANGE);
        Instant change = Instant.parse("2026-11-01T06:00:00Z");
        Scene night = new Scene(LocalDate.of(2026, 11, 2), change.minus(Duration.ofMinutes(40)), 120, "30m");
        try (MatrixSystem system = new MatrixSystem(folder, night)) {
            system.startAll();
            system.await(change.plus(Duration.ofMinutes(5)));
            Named named = system.awaitNamed("cycles", "ok: ");
            system.await(change.plus(Duration.ofMinutes(65)));
            system.stop();
            new Aftermath(system, Timeframe.M30).expectEachTickOnce("15 minutes");
            assertThat(system.rows().texts("select tick_at from prediction_runs where detail ->> 'missed' = 'true'"))
                    .isEmpty();
            assertThat(system.rows()
                            .number("select count(*) from prediction_runs where tick_at > '"
                                    + change.minus(Duration.ofMinutes(20)) + "' and tick_at < '"
                                    + change.plus(Duration.ofMinutes(61)) + "'"))
                    .isEqualTo(6);
            TABLE.add(Fault.CLOCKS_CHANGE, named, "nothing to heal: each tick was served once");
        }
    }

    @Test
    void aLostNetworkIsNamed() throws IOException {
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            system.startAll();
            system.toVendor.cut();
            system.toDiscord.cut();
            Named named = system.awaitNamed("data collection", "live trades: ");
            system.toVendor.mend();
            system.toDiscord.mend();
            system.awaitHealthy();
            TABLE.add(Fault.NETWORK_LOST, named, "by itself, when it was back");
            expectNothingLost(system);
        }
    }

    @Test
    void aVendorThatIsDownForADayIsNamed() throws IOException {
        requireLong(Fault.VENDOR_DOWN);
        try (MatrixSystem system = new MatrixSystem(folder, ADAY)) {
            system.start("up");
            system.awaitNothingFailing();
            Instant down = system.now();
            system.simulated.vendor.order("""
                    {"faults":[{"kind":"server-error","status":503},{"kind":"ws-refused","status":503},{"kind":"ws-reset"}]}""");
            Named named = system.awaitNamed("data collection", "503");
            system.await(down.plus(Duration.ofDays(1)));
            system.simulated.vendor.endFaults();
            system.awaitNothingFailing();
            TABLE.add(Fault.VENDOR_DOWN, named, "by itself, when it answered");
            system.stop();
            new Aftermath(system, Timeframe.M30).expectEveryBar();
        }
    }

    @Test
    void aDiscordThatIsDownForADayIsNamed() throws IOException {
        requireLong(Fault.DISCORD_DOWN);
        try (MatrixSystem system = new MatrixSystem(folder, ADAY)) {
            system.start("up");
            system.awaitNothingFailing();
            Instant down = system.now();
            system.discord.order("""
                    {"faults":[{"kind":"server-error","status":503}]}""");
            Named named = system.awaitNamed("delivery", "; 'dgas notify list' shows them");
            system.await(down.plus(Duration.ofDays(1)));
            system.discord.endFaults();
            system.awaitNothingFailing();
            assertThat(system.rows().number("select count(*) from notices where state = 'EXPIRED'"))
                    .isPositive();
            TABLE.add(Fault.DISCORD_DOWN, named, "by itself, when it answered; what came too late expired");
            new Aftermath(system, Timeframe.M30).expectEachNoticeOnce();
        }
    }

    @Test
    void theSecondOfAServiceSaysWhoHasIt() throws IOException {
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            ServiceProcess first = system.startAll();
            long began = System.nanoTime();
            String said = "";
            for (String service : List.of("data-collection", "scheduler", "dashboard")) {
                Commands.Said second = system.run(service, "start");
                said = second.notes().strip();
                assertThat(second.code()).isEqualTo(ExitCode.NO);
                assertThat(said).contains(" is running already: ", "; stop it with 'dgas " + service + " stop'");
                assertThat(first.isHolder("holder: " + said.replaceFirst("(?s).* already: ", "")))
                        .isTrue();
            }
            Named named = new Named(said, (System.nanoTime() - began) / 1e9);
            ServiceProcess another = system.start("up");
            assertThat(another.await()).as(another.said()).isOne();
            system.awaitHealthy();
            assertThat(first.isAlive()).isTrue();
            TABLE.add(Fault.STARTED_TWICE, named, "nothing to heal: the second ends with 1, the first goes on");
            expectNothingLost(system);
        }
    }

    @Test
    void takenConnectionsAreNamed() throws Exception {
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            system.rows().execute("alter system set max_connections = 60");
            system.server.restart();
            system.startAll();
            List<Connection> others = takeAll(system);
            assertThat(others).hasSizeGreaterThanOrEqualTo(40);
            Named named = system.awaitNamed("database", "end some of the connections that others hold");
            for (Connection other : others) {
                other.close();
            }
            system.awaitHealthy();
            TABLE.add(Fault.CONNECTIONS_TAKEN, named, "by itself, when they were free");
            expectNothingLost(system);
        }
    }

    /** Until none is left. */
    private static List<Connection> takeAll(MatrixSystem system) {
        List<Connection> taken = new ArrayList<>();
        try {
            while (true) {
                taken.add(system.rows().connect());
            }
        } catch (SQLException none) {
            return taken;
        }
    }

    private static void requireLong(Fault... faults) {
        if (!"long".equals(System.getProperty("dgas.matrix"))) {
            skip("it is of the long form; -Ddgas.matrix=long plays it", faults);
        }
    }

    private static void skip(String why, Fault... faults) {
        List.of(faults).forEach(fault -> TABLE.skip(fault, why));
        Assumptions.abort("fault matrix: " + List.of(faults) + " not played: " + why);
    }
}
