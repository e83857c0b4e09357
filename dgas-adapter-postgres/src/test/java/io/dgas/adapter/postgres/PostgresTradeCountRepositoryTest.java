package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.collection.TradeCountRepository;
import io.dgas.application.port.out.collection.TradeCountRepository.CountedTrades;
import io.dgas.application.port.out.collection.TradeCountRepository.HalfHour;
import io.dgas.application.port.out.collection.TradeCountRepository.Silences;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresTradeCountRepositoryTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2026-07-15T20:01:00Z");
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument IBM = new Instrument("IBM");

    private final TradeCountRepository counts = DATABASE.tradeCounts();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
        DATABASE.symbols().activate(Set.of(AAPL, IBM));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void givesBackWhatItWasGivenInOrder() {
        CountedTrades counted = new CountedTrades(
                List.of(new HalfHour(AAPL, 0, 812.7, 30), new HalfHour(AAPL, 12, 5, 2.5), new HalfHour(IBM, 3, 0, 27)),
                List.of(new Silences(AAPL, 1.8, 44.25), new Silences(IBM, 0, 0)));
        counts.save(counted, NOW);

        assertThat(counts.load()).isEqualTo(counted);
    }

    @Test
    void replacesWhatIsGivenAndKeepsTheRest() {
        counts.save(
                new CountedTrades(List.of(new HalfHour(AAPL, 0, 10, 1), new HalfHour(IBM, 0, 7, 1)), List.of()), NOW);
        counts.save(new CountedTrades(List.of(new HalfHour(AAPL, 0, 20, 2)), List.of(new Silences(IBM, 1, 5))), NOW);

        assertThat(counts.load())
                .isEqualTo(new CountedTrades(
                        List.of(new HalfHour(AAPL, 0, 20, 2), new HalfHour(IBM, 0, 7, 1)),
                        List.of(new Silences(IBM, 1, 5))));
    }

    @Test
    void knowsNothingOfSymbolsThatAreNotActive() {
        counts.save(new CountedTrades(List.of(new HalfHour(AAPL, 0, 10, 1)), List.of(new Silences(AAPL, 1, 5))), NOW);
        DATABASE.symbols().deactivate(Set.of(AAPL));

        assertThat(counts.load()).isEqualTo(new CountedTrades(List.of(), List.of()));
    }

    @Test
    void refusesASymbolThatIsNotKnown() {
        CountedTrades unknown = new CountedTrades(List.of(new HalfHour(new Instrument("ZZZ"), 0, 1, 1)), List.of());
        assertThatThrownBy(() -> counts.save(unknown, NOW)).hasMessage("not in the universe: ZZZ");
    }
}
