package io.dgas.application.collection.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldBarsTest {

    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument KO = new Instrument("KO");
    private static final Instrument IBM = new Instrument("IBM");
    private static final Slot SLOT = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION)
            .slotAt(Instant.parse("2026-07-15T14:00:00Z").getEpochSecond(), Timeframe.M30)
            .orElseThrow();

    private final HeldBars held = new HeldBars();

    private static BarSeries bar(Instrument instrument) {
        return BarSeries.builder(new BarKey(instrument, Timeframe.M30), 1)
                .add(SLOT.openTime(), SLOT.closeTime(), 10, 11, 9, 10, 100, false)
                .build();
    }

    private static ClosedSlot slot(List<Instrument> traded, List<Instrument> silent, List<Instrument> interrupted) {
        return new ClosedSlot(SLOT, traded.stream().map(HeldBarsTest::bar).toList(), silent, interrupted);
    }

    private static List<Instrument> traded(ClosedSlot slot) {
        return slot.bars().stream().map(bar -> bar.key().instrument()).toList();
    }

    @Test
    void whatNobodySuspectsGoesOnAtOnce() {
        ClosedSlot slot = slot(List.of(AAPL), List.of(KO), List.of(IBM));

        assertThat(held.hold(slot, Set.of())).isEqualTo(slot);
        assertThat(held.release(Set.of(), Set.of(AAPL, KO))).isEmpty();
    }

    @Test
    void aSuspectedBarWaitsUntilATradeEndsTheSuspicionAndComesOnce() {
        ClosedSlot rest = held.hold(slot(List.of(AAPL, KO), List.of(), List.of(IBM)), Set.of(KO));

        assertThat(traded(rest)).containsExactly(AAPL);
        assertThat(rest.interrupted()).containsExactly(IBM);
        assertThat(held.release(Set.of(KO), Set.of(AAPL, KO))).isEmpty();
        List<ClosedSlot> released = held.release(Set.of(), Set.of(AAPL, KO));
        assertThat(released).hasSize(1);
        assertThat(traded(released.getFirst())).containsExactly(KO);
        assertThat(released.getFirst().interrupted()).isEmpty();
        assertThat(held.release(Set.of(), Set.of(AAPL, KO))).isEmpty();
    }

    @Test
    void aBarWhoseInstrumentIsNotFollowedAnyMoreIsNone() {
        held.hold(slot(List.of(AAPL, KO), List.of(IBM), List.of()), Set.of(KO, IBM));

        List<ClosedSlot> released = held.release(Set.of(KO, IBM), Set.of(AAPL));
        assertThat(released).hasSize(1);
        assertThat(released.getFirst().bars()).isEmpty();
        assertThat(released.getFirst().silent()).isEmpty();
        assertThat(released.getFirst().interrupted()).containsExactlyInAnyOrder(KO, IBM);
    }

    @Test
    void whatWasInterruptedAnywayIsNotHeld() {
        ClosedSlot slot = slot(List.of(AAPL), List.of(), List.of(KO));

        assertThat(held.hold(slot, Set.of(KO))).isEqualTo(slot);
    }
}
