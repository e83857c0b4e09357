package io.dgas.app.doctor;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseCondition;
import io.dgas.adapter.postgres.SchemaMigration;
import io.dgas.app.collection.CallPlanning;
import io.dgas.app.exit.OutsideUnreachable;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.DatabaseRepositories;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.collection.plan.CallPlan;
import io.dgas.application.collection.plan.Refusal;
import io.dgas.application.port.in.status.Verdict;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The database, and whether the universe in it can be collected. Starts and changes nothing.
 *
 * @param account what the vendor says of the plan, once it is known; empty where it is not
 */
record DatabaseExamination(Installation installation, CompletableFuture<Optional<VendorAccount>> account)
        implements Examination {

    private static final Duration FAR = Duration.ofSeconds(10);
    private static final int NAMED = 5;

    @Override
    public List<Subject> subjects() {
        return List.of(
                Subject.DATABASE,
                Subject.SCHEMA,
                Subject.DATABASE_WRITES,
                Subject.PRIVILEGES,
                Subject.DATABASE_CLOCK,
                Subject.SYMBOLS,
                Subject.CALL_PLAN);
    }

    @Override
    public void look(Consumer<Diagnosis> found) {
        DatabaseAccess access = new DatabaseAccess(installation);
        if (access.isStopped()) {
            String idle = "the private PostgreSQL in " + access.folder() + " is not running";
            found.accept(
                    new Diagnosis(Subject.DATABASE, Verdict.UNKNOWN, idle, "dgas db start; any service starts it too"));
            rest(found, idle);
            return;
        }
        try (Database database = access.open()) {
            found.accept(
                    Diagnosis.ok(Subject.DATABASE, "PostgreSQL " + database.serverVersion() + " at " + database.url()));
            database(database, found);
        } catch (OutsideUnreachable away) {
            found.accept(Diagnosis.failing(Subject.DATABASE, away.text(), mend(access)));
            rest(found, "the database cannot be reached");
        }
    }

    private static String mend(DatabaseAccess access) {
        return access.isPrivate()
                ? "dgas db stop, then dgas db start; the log in " + access.folder() + " says more"
                : "start the server it names, or set DGAS_DATABASE_URL to where it is";
    }

    private void rest(Consumer<Diagnosis> found, String why) {
        subjects().stream().skip(1).forEach(subject -> found.accept(Diagnosis.unknown(subject, why)));
    }

    private void database(Database database, Consumer<Diagnosis> found) {
        SchemaMigration.Status schema = database.schema().status();
        found.accept(schema(schema));
        DatabaseCondition condition = database.condition();
        found.accept(
                condition.isWritable()
                        ? Diagnosis.ok(Subject.DATABASE_WRITES, "taken")
                        : Diagnosis.failing(
                                Subject.DATABASE_WRITES,
                                "refused: it is a standby, or set to read only",
                                "name the server that takes writes in DGAS_DATABASE_URL, or set its"
                                        + " default_transaction_read_only to off"));
        found.accept(privileges(condition.user(), condition.lacking()));
        found.accept(clock(Duration.between(installation.clock().instant(), condition.clock())));
        if (schema.standing() == SchemaMigration.Standing.CURRENT) {
            universe(found);
        } else {
            found.accept(Diagnosis.unknown(Subject.SYMBOLS, "the schema is another"));
            found.accept(Diagnosis.unknown(Subject.CALL_PLAN, "the schema is another"));
        }
    }

    private static Diagnosis schema(SchemaMigration.Status schema) {
        String found = "version " + schema.found().orElse(0) + ", this program needs " + schema.known();
        return switch (schema.standing()) {
            case CURRENT -> Diagnosis.ok(Subject.SCHEMA, "version " + schema.known());
            case PENDING -> Diagnosis.failing(Subject.SCHEMA, found, "dgas db migrate");
            case NEWER ->
                Diagnosis.failing(
                        Subject.SCHEMA,
                        found,
                        "use a dgas at least as new as the one that made it; 'dgas --version' tells this one's");
        };
    }

    private static Diagnosis privileges(String user, List<String> lacking) {
        String named = lacking.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (lacking.size() > NAMED ? " and " + (lacking.size() - NAMED) + " more" : "");
        return lacking.isEmpty()
                ? Diagnosis.ok(Subject.PRIVILEGES, "all that are needed")
                : Diagnosis.failing(
                        Subject.PRIVILEGES,
                        "missing: " + named,
                        "as the owner of the tables: grant select, insert, update, delete on all tables in schema public to "
                                + user + "; grant temporary on the database to it");
    }

    private static Diagnosis clock(Duration ahead) {
        String found = ahead.abs().compareTo(FAR) < 0
                ? "that of this machine"
                : ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " this machine's";
        return ahead.abs().compareTo(FAR) < 0
                ? Diagnosis.ok(Subject.DATABASE_CLOCK, found)
                : Diagnosis.warning(
                        Subject.DATABASE_CLOCK,
                        found,
                        "keep the clocks of both machines by NTP: timedatectl set-ntp true");
    }

    private void universe(Consumer<Diagnosis> found) {
        try (Repositories stored = DatabaseRepositories.open(installation)) {
            int active = stored.symbols().active().size();
            found.accept(
                    active > 0
                            ? Diagnosis.ok(Subject.SYMBOLS, active + " active")
                            : Diagnosis.warning(
                                    Subject.SYMBOLS,
                                    "none is active",
                                    "dgas symbols import --index sp500, or dgas symbols add AAPL MSFT"));
            found.accept(plan(CallPlanning.of(installation.settings(), stored, account.join())));
        }
    }

    private static Diagnosis plan(CallPlan plan) {
        String found = plan.onSocket().size() + " symbols on live trades, "
                + plan.onQuotes().size() + " on quotes: " + plan.total() + " calls a day of " + plan.callsPerDay();
        return plan.fits()
                ? Diagnosis.ok(Subject.CALL_PLAN, found)
                : Diagnosis.failing(
                        Subject.CALL_PLAN,
                        found,
                        plan.refusals().stream().map(Refusal::message).collect(Collectors.joining("; "))
                                + "; 'dgas eodhd plan' shows it");
    }
}
