package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.explain.Explanation;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.change.Change.Kind;
import io.dgas.application.port.out.change.ChangeFeed;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.Timeframes;
import io.dgas.testkit.PredictionRepositoryContract;
import io.dgas.testkit.Signals;
import io.dgas.testkit.UnmarkedRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JooqPredictionRepositoryTest implements PredictionRepositoryContract {

    private static final Database DATABASE = TestDatabase.open();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
        TestDatabase.execute(DATABASE, "alter table generated_signals drop constraint if exists planted");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    public PredictionRepository predictions() {
        return DATABASE.predictions();
    }

    private static PredictionRun run(Signal... signals) {
        return new PredictionRun(
                CLOSE,
                CLOSE,
                Optional.empty(),
                new Timeframes(Timeframe.D1, List.of(Timeframe.W1)),
                RunStatus.SUCCESS,
                3,
                1,
                Optional.empty(),
                Map.of("gather", Duration.ofMillis(1_234)),
                UnmarkedRun.BASIS,
                List.of(signals));
    }

    @Test
    void recordsTheRun() {
        predictions().record(run(Signals.entry("AAPL", CLOSE, SignalType.LONG)));
        predictions().record(run(Signals.entry("AAPL", CLOSE, SignalType.LONG)));
        assertThat(TestDatabase.rows(DATABASE, """
                        select run_timestamp = as_of, trading_interval, higher_intervals, status, symbols_processed,
                          signals_generated, error_count, execution_time_ms >= 1234, engine_version, configuration_hash
                        from prediction_runs order by id"""))
                .containsExactly("t 1d {1w} SUCCESS 3 1 1 t 1.0 c0ffee", "t 1d {1w} SUCCESS 3 0 1 t 1.0 c0ffee");
    }

    @Test
    void tellsOfTheRunAndOfWhatIsNewInIt() throws InterruptedException {
        BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
        ChangeFeed.Listening listening = DATABASE.changes().listen(heard::add);
        try {
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(Change.of(Kind.ANYTHING));
            predictions().record(run(Signals.entry("AAPL", CLOSE, SignalType.LONG)));
            predictions().record(run(Signals.entry("AAPL", CLOSE, SignalType.LONG)));

            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(Change.of(Kind.RUN));
            assertThat(heard.poll(30, TimeUnit.SECONDS))
                    .isEqualTo(new Change(Kind.SIGNAL, Set.of(new Instrument("AAPL"))));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(Change.of(Kind.RUN));
        } finally {
            listening.close();
        }
    }

    @Test
    void keepsTheEvidenceToTheBit() {
        Signal entry = Signals.entry("AAPL", CLOSE, SignalType.LONG);
        predictions().record(run(entry));
        String stored = TestDatabase.rows(DATABASE, "select evidence from generated_signals")
                .getFirst();
        Object read = JsonMapper.shared().readValue(stored, Object.class);
        assertThat(read).isEqualTo(Explanation.evidence(entry));
    }

    @Test
    void recordsNothingOfARunThatCannotBeRecordedWhole() {
        TestDatabase.execute(DATABASE, "alter table generated_signals add constraint planted check (symbol <> 'IBM')");
        assertThatThrownBy(() -> predictions()
                        .record(run(
                                Signals.entry("AAPL", CLOSE, SignalType.LONG),
                                Signals.entry("IBM", CLOSE, SignalType.LONG))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("recording the run of 2016-12-01T21:00:00Z")
                .hasMessageContaining("planted");
        assertThat(predictions().newestSignal()).isEmpty();
        assertThat(TestDatabase.rows(DATABASE, "select count(*) from prediction_runs"))
                .containsExactly("0");
    }
}
