package io.dgas.application.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dgas.application.port.in.chart.ChartedSignal;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalHistoryTest {

    private static final Instant START = Instant.parse("2026-10-30T14:00:00Z");

    private static StoredSignal signal(SignalType type, SetUp setUp, int minute, String price) {
        boolean isLong = type == SignalType.LONG;
        Optional<BigDecimal> stop =
                type.isEntry() ? Optional.of(new BigDecimal(isLong ? "98" : "102")) : Optional.empty();
        return new StoredSignal(
                new Instrument("AAPL"),
                type,
                setUp,
                Timeframe.M30,
                START.plusSeconds(60L * minute),
                new BigDecimal(price),
                stop,
                stop,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private static List<ChartedSignal> history(StoredSignal... signals) {
        return SignalHistory.of(List.of(signals), time -> 0.5);
    }

    @Test
    void anExitEndsTheEntryOfItsSetUpAndSide() {
        List<ChartedSignal> charted = history(
                signal(SignalType.LONG, SetUp.EXHAUST, 0, "100"),
                signal(SignalType.SHORT, SetUp.CONGESTION_EXIT, 1, "100"),
                signal(SignalType.EXIT_LONG, SetUp.EXHAUST, 2, "103"),
                signal(SignalType.EXIT_LONG, SetUp.CONGESTION_EXIT, 3, "95"));
        assertThat(charted).extracting(ChartedSignal::isInForce).containsExactly(false, true);
        assertThat(charted.getFirst().result().orElseThrow()).isCloseTo(1.5, within(1e-12));
        assertThat(charted).extracting(ChartedSignal::factor).containsOnly(0.5);
    }

    @Test
    void whatAShortWonIsAboveZeroWhenThePriceFell() {
        List<ChartedSignal> charted = history(
                signal(SignalType.SHORT, SetUp.EXHAUST, 0, "100"),
                signal(SignalType.EXIT_SHORT, SetUp.EXHAUST, 1, "97"));
        assertThat(charted.getFirst().result().orElseThrow()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void anExitBeforeTheNextEntryOfOneBarEndsTheEntryBefore() {
        List<ChartedSignal> charted = history(
                signal(SignalType.LONG, SetUp.EXHAUST, 0, "100"),
                signal(SignalType.LONG, SetUp.EXHAUST, 5, "101"),
                signal(SignalType.EXIT_LONG, SetUp.EXHAUST, 5, "98"));
        assertThat(charted).extracting(ChartedSignal::isInForce).containsExactly(false, true);
    }

    @Test
    void anExitOfAnEntryThatIsNotThereIsLeftOut() {
        assertThat(history(signal(SignalType.EXIT_LONG, SetUp.EXHAUST, 0, "100")))
                .isEmpty();
    }
}
