package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operator's queries run unchanged, in a database of the name they expect, with rows in every table. */
class RunbookTest {

    private static final Path PLAN = Path.of("../../shared/design/production-plan.txt");
    private static final Pattern IN_PLAN = Pattern.compile(
            "psql [^\\n]*<< 'EOF'\\n(.*?)\\nEOF|psql \"\\$DGAS_DATABASE_URL\" -c \"([^\"]*)\"", Pattern.DOTALL);

    private static final String ROWS = """
            insert into data_collection_runs (run_timestamp, interval_type, symbols_requested, symbols_updated,
              symbols_failed, bars_fetched, bars_stored, status, execution_time_ms)
            values (now(), '30m', 3, 2, 1, 30, 28, 'PARTIAL', 1500), (now(), '30m', 0, 0, 0, 0, 0, 'SUCCESS', 1);
            insert into prediction_runs (run_timestamp, as_of, trading_interval, higher_intervals, status,
              symbols_processed, signals_generated, error_count, execution_time_ms, engine_version, configuration_hash)
            values (now(), now(), '30m', '{1d}', 'SUCCESS', 3, 1, 0, 1234, '1', 'x');
            insert into generated_signals (run_id, symbol, trading_interval, signal_timestamp, signal_type, set_up,
              entry_price, stop_loss, target_price, risk_reward, confidence, signal_strength, reason, evidence,
              notification_sent, notification_sent_at)
            values (1, 'AAPL', '30m', now(), 'LONG', 'EXHAUST', 10, 9, 12, 2, 0.7, 0.6, 'because', '{}', true, now()),
                   (1, 'AAPL', '30m', now(), 'EXIT_LONG', 'STOP', 9, null, null, null, null, null, 'stop', '{}', false, null);
            insert into scheduler_state (name, state) values ('prediction', 'RUNNING')""";

    private static final DatabaseUrl URL = prepared();

    private static DatabaseUrl prepared() {
        DatabaseUrl scratch = TestDatabase.empty();
        try (Connection connection = connect(scratch);
                Statement statement = connection.createStatement()) {
            statement.execute("create database dgas template " + TestDatabase.template());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return TestDatabase.url("dgas");
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = new Properties();
        url.properties().forEach(properties::setProperty);
        return DriverManager.getConnection(url.jdbcUrl(), properties);
    }

    @BeforeAll
    static void fill() {
        try (Database database = Database.open(URL)) {
            TestDatabase.execute(database, ROWS);
            LocalDate day = LocalDate.of(2016, 12, 1);
            database.bars(TradingCalendar.nyse())
                    .store(new BarBatch(
                            BarSource.IMPORT,
                            Instant.EPOCH,
                            List.of(MarketBars.of("AAPL", Timeframe.M30, day, day, 1))));
        }
    }

    private static List<String> statements(String sql) {
        return Arrays.stream(sql.replaceAll("(?m)^\\s*--.*$", "").split(";", -1))
                .map(statement -> statement.replaceAll("\\s+", " ").strip())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static List<String> ours() throws IOException {
        try (InputStream in = Objects.requireNonNull(RunbookTest.class.getResourceAsStream("/runbook.sql"))) {
            return statements(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void assertRun(List<String> statements) throws SQLException {
        try (Connection connection = connect(URL);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThatCode(() -> statement.execute(sql)).as(sql).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void everyQueryOfOurCopyRuns() throws Exception {
        List<String> ours = ours();
        assertThat(ours).hasSizeGreaterThan(20);
        assertRun(ours);
    }

    @Test
    void everyQueryOfTheRunbookItselfRunsAndIsInOurCopy() throws Exception {
        assumeTrue(Files.exists(PLAN), "SKIPPED: the runbook " + PLAN + " is not at hand");
        List<String> found = new ArrayList<>();
        Matcher matcher = IN_PLAN.matcher(Files.readString(PLAN));
        while (matcher.find()) {
            found.addAll(statements(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
        }
        assertThat(new TreeSet<>(ours())).containsExactlyInAnyOrderElementsOf(new TreeSet<>(found));
        assertRun(found);
    }
}
