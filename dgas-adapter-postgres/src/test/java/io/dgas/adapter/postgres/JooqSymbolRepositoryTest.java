package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import io.dgas.testkit.SymbolRepositoryContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JooqSymbolRepositoryTest implements SymbolRepositoryContract {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instrument INSTRUMENT = new Instrument("AAA");

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aSymbolKnownByItsSplitAloneWaitsForItsBars() {
        storeSplit();
        assertThat(symbols().all()).containsExactly(new ListedSymbol(INSTRUMENT, false));
        storeBars(1);
        assertThat(symbols().all()).containsExactly(new ListedSymbol(INSTRUMENT, true));
    }

    @Test
    void aSymbolSetAsideStaysSoWhenItGetsMoreBars() {
        storeSplit();
        storeBars(1);
        symbols().deactivate(Set.of(INSTRUMENT));
        storeBars(2);
        assertThat(symbols().all()).containsExactly(new ListedSymbol(INSTRUMENT, false));
    }

    private static void storeSplit() {
        Instant known = Instant.parse("2024-06-10T13:30:00Z");
        CorporateAction split = new CorporateAction.Split(INSTRUMENT, LocalDate.of(2024, 6, 10), known, 2);
        DATABASE.corporateActions().store(List.of(split));
    }

    private static void storeBars(int months) {
        LocalDate from = LocalDate.of(2024, 1, 2);
        BarSeries bars = MarketBars.of(INSTRUMENT.symbol(), Timeframe.D1, from, from.plusMonths(months), 1);
        BarBatch batch = new BarBatch(BarSource.IMPORT, Instant.parse("2026-01-01T00:00:00Z"), List.of(bars));
        DATABASE.bars(TradingCalendar.nyse()).store(batch);
    }

    @Override
    public SymbolRepository symbols() {
        return DATABASE.symbols();
    }
}
