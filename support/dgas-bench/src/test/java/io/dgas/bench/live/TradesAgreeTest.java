package io.dgas.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.collection.live.TradeFate;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.domain.bar.BarSeries;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collection's stream and its peers make the same bars of the same frames. */
class TradesAgreeTest {

    @ParameterizedTest
    @ValueSource(ints = {517, 1})
    void allReadersMakeTheSameBars(int symbols) {
        FrameTape tape = FrameTape.of(symbols);
        LiveHalfHour ours = new LiveHalfHour(tape, WireStream::new);
        List<String> bars = texts(ours.run());
        assertThat(bars).hasSize(symbols);
        assertThat(texts(new LiveHalfHour(tape, peer(new JsonTrades.Tree())).run()))
                .isEqualTo(bars);
        assertThat(texts(new LiveHalfHour(tape, peer(new JsonTrades.Tokens())).run()))
                .isEqualTo(bars);
    }

    /** A benchmark of trades that nobody takes would be a fast one. */
    @Test
    void nearlyEveryTradeOfTheTapeCounts() {
        LiveHalfHour ours = new LiveHalfHour(FrameTape.of(517), WireStream::new);
        List<BarSeries> bars = ours.run();
        assertThat(bars).hasSize(517);
        assertThat(ours.fates().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(FrameTape.TICKS);
        assertThat(ours.fates().get(TradeFate.APPLIED)).isGreaterThan(FrameTape.TICKS / 2);
        assertThat(ours.fates().get(TradeFate.VOLUME_ONLY)).isGreaterThan(FrameTape.TICKS / 5);
        assertThat(ours.fates().get(TradeFate.REPEATED)).isGreaterThan(FrameTape.TICKS / 150);
        assertThat(ours.fates().get(TradeFate.LATE)).isZero();
        assertThat(ours.fates().get(TradeFate.AHEAD)).isZero();
    }

    private static Function<TradeListener, TapeStream> peer(JsonTrades reader) {
        return listener -> new JsonStream(reader, listener);
    }

    private static List<String> texts(List<BarSeries> bars) {
        return bars.stream()
                .map(bar -> bar.key() + " " + bar.open(0) + " " + bar.high(0) + " " + bar.low(0) + " " + bar.close(0)
                        + " " + bar.volume(0))
                .toList();
    }
}
