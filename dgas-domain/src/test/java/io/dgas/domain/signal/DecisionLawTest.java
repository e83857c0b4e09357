package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.Known;
import io.dgas.domain.law.PrefixLaw;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.risk.StructureStops;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No decision depends on a later bar: what a prefix decides, the whole decides, with all evidence and bit for bit. */
class DecisionLawTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void decisionsOnHoursUnderDaysComeFromThePrefix(long seed) {
        check(SessionBars.random(seed, Timeframe.H1, 210), 60, Timeframe.D1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void decisionsOnDaysUnderWeeksComeFromThePrefix(long seed) {
        check(SessionBars.random(seed, Timeframe.D1, 140), 60, Timeframe.W1);
    }

    @Test
    void decisionsOnHoursUnderDaysAndWeeksComeFromThePrefix() {
        BarSeries bars = SessionBars.random(7, Timeframe.H1, 640);
        check(bars, 60, Timeframe.D1, Timeframe.W1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {8, 9})
    void decisionsOnASingleTimeframeComeFromThePrefix(long seed) {
        check(SessionBars.random(seed, Timeframe.M30, 90), 60, Timeframe.M30);
    }

    @Test
    void decisionsOnRecordedBarsComeFromThePrefix() {
        BarSeries hours = SessionBars.recorded("hourly/AAPL.csv", Timeframe.H1, Anchor.CLOCK)
                .newest(620);
        BarSeries days = SessionBars.recorded("daily/IBM.csv", Timeframe.D1, Anchor.SESSION)
                .newest(140);
        check(hours, 50, Timeframe.D1, Timeframe.W1);
        check(days, 60, Timeframe.W1);
    }

    @ParameterizedTest(name = "from bar {0}")
    @ValueSource(ints = {120, 121, 133, 150, 169})
    void otherBarsToComeWouldChangeNothingDecidedBefore(int from) {
        BarSeries bars = SessionBars.random(2, Timeframe.H1, 220);
        Known.At real = Decided.known(Timeframe.D1).of(bars);
        Known.At other = Decided.known(Timeframe.D1).of(SessionBars.altered(bars, from));
        for (int bar = 0; bar < from; bar++) {
            assertThat(other.close(bar)).as("bar %d", bar).isEqualTo(real.close(bar));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void liveDecisionIsTheReplayedOne(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 200);
        for (ProtectionRule protection : List.of(AtrMultiples.STANDARD, new StructureStops())) {
            MultiTimeframeView whole = Decided.view(bars, Timeframe.D1);
            List<Signal> replayed = new SignalRules(protection).signals(whole);
            for (int size = 1; size <= bars.size(); size += 3) {
                MultiTimeframeView live = Decided.view(bars.first(size), Timeframe.D1);
                Decision decision = new SignalRules(protection).decide(live);
                assertThat(decision instanceof Decision.NoData).isEqualTo(!live.isWarm(size - 1));
                List<Signal> issued = decision instanceof Decision.Issue issue ? issue.signals() : List.of();
                int bar = size - 1;
                assertThat(issued)
                        .as("seed %d bar %d", seed, bar)
                        .isEqualTo(replayed.stream()
                                .filter(signal -> signal.id().completedAt().equals(bars.closeTime(bar)))
                                .toList());
            }
        }
    }

    @Test
    void lawCatchesADecisionMadeWithTheNextBar() {
        BarSeries bars = SessionBars.random(1, Timeframe.H1, 140);
        Known early = cut -> {
            MultiTimeframeView view = Decided.view(cut, Timeframe.D1);
            SetUpRule rule = SetUpRules.TREND_CONTINUATION;
            return bar -> {
                int read = Math.min(bar + 1, cut.size() - 1);
                return view.isWarm(read) ? rule.candidateAt(new Moment(view, read, Direction.UP)) : null;
            };
        };
        assertThatThrownBy(() -> PrefixLaw.check(bars, early)).isInstanceOf(AssertionError.class);
    }

    /** The newest {@code cuts} prefixes, all of them long enough for decisions. */
    private static void check(BarSeries bars, int cuts, Timeframe... higher) {
        assertThat(Decided.view(bars, higher).isWarm(bars.size() - cuts - 1)).isTrue();
        IntStream sizes = IntStream.rangeClosed(1, cuts).map(cut -> bars.size() - cut);
        PrefixLaw.check(bars, sizes, Decided.known(higher));
    }
}
