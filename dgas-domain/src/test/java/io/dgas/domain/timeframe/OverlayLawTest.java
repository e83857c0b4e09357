package io.dgas.domain.timeframe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.Aggregation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.Known;
import io.dgas.domain.law.PrefixLaw;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trading bar sees of higher timeframes never depends on what came later; and the law catches those who peek. */
class OverlayLawTest {

    private static final Known HOURS_AND_DAYS = known(bars -> higher(bars, Timeframe.D1));
    private static final Known DAYS_AND_WEEKS = known(bars -> higher(bars, Timeframe.W1));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void higherBarsSeenFromRandomBarsComeFromThePrefix(long seed) {
        PrefixLaw.check(SessionBars.random(seed, Timeframe.H1, 110), HOURS_AND_DAYS);
        PrefixLaw.check(SessionBars.random(seed, Timeframe.D1, 110), DAYS_AND_WEEKS);
        PrefixLaw.check(SessionBars.random(seed, Timeframe.M30, 110), known(bars -> higher(bars, Timeframe.H2)));
    }

    @Test
    void higherBarsSeenFromRecordedBarsComeFromThePrefix() {
        BarSeries hours = SessionBars.recorded("hourly/AAPL.csv", Timeframe.H1, Anchor.CLOCK);
        BarSeries days = SessionBars.recorded("daily/AAPL.csv", Timeframe.D1, Anchor.SESSION);
        PrefixLaw.check(hours.newest(120), HOURS_AND_DAYS);
        PrefixLaw.check(
                hours.newest(400), IntStream.of(301, 333, 360, 361, 399), known(bars -> higher(bars, Timeframe.W1)));
        PrefixLaw.check(days.newest(120), DAYS_AND_WEEKS);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void confluenceAreasComeFromThePrefix(long seed) {
        PrefixLaw.check(SessionBars.random(seed, Timeframe.H1, 110), areas(Timeframe.D1));
        PrefixLaw.check(SessionBars.random(seed, Timeframe.D1, 110), areas(Timeframe.W1));
    }

    @Test
    void lawCatchesAFormingHigherBarTakenForAClosedOne() {
        assertCaught(known(bars -> HigherTimeframe.of(bars, Geometry.of(withFormingBar(bars)))));
    }

    @Test
    void lawCatchesAHigherBarPickedByItsStart() {
        assertCaught(known(bars -> HigherTimeframe.of(bars, Geometry.of(usableFromItsStart(bars)))));
    }

    private static void assertCaught(Known mutant) {
        for (long seed = 1; seed <= 2; seed++) {
            BarSeries bars = SessionBars.random(seed, Timeframe.H1, 80);
            assertThatThrownBy(() -> PrefixLaw.check(bars, mutant))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("known at the close of bar");
        }
    }

    private static HigherTimeframe higher(BarSeries bars, Timeframe timeframe) {
        return MultiTimeframeView.of(bars, List.of(timeframe), SessionBars.NYSE).directing();
    }

    /** The newest closed higher bar in full, the sheet in force, and the envelope laid over this bar. */
    private static Known known(Function<BarSeries, HigherTimeframe> higher) {
        return bars -> {
            HigherTimeframe seen = higher.apply(bars);
            return bar -> List.of(closed(seen, bar), inForce(seen, bar), overlay(seen, bars, bar));
        };
    }

    private static List<Object> closed(HigherTimeframe seen, int bar) {
        int index = seen.closedBy(bar);
        if (index < 0) {
            return List.of();
        }
        BarSeries higher = seen.geometry().bars();
        return List.of(
                index,
                higher.openTime(index),
                higher.open(index),
                higher.high(index),
                higher.low(index),
                higher.close(index),
                higher.volume(index),
                seen.geometry().states().at(index),
                seen.geometry().patterns().at(index));
    }

    private static List<Object> inForce(HigherTimeframe seen, int bar) {
        Levels levels = seen.geometry().levels();
        int forming = seen.formingAfter(bar);
        if (forming < levels.firstBar()) {
            return List.of();
        }
        ProjectionSheet sheet = ProjectionSheet.forBar(levels, forming);
        return List.of(sheet.asOf(), sheet.levels(), sheet.lines(), sheet.areas(), sheet.nearFar());
    }

    private static List<Object> overlay(HigherTimeframe seen, BarSeries bars, int bar) {
        var envelope = seen.envelope(bars);
        return envelope.resistance().isDefined(bar)
                ? List.of(envelope.resistance().get(bar), envelope.support().get(bar))
                : List.of();
    }

    private static Known areas(Timeframe timeframe) {
        return bars -> {
            MultiTimeframeView view = MultiTimeframeView.of(bars, List.of(timeframe), SessionBars.NYSE);
            List<Object> areas = new ArrayList<>();
            for (int bar = 0; bar < bars.size(); bar++) {
                boolean warm = bar + 1 >= view.trading().levels().firstBar();
                areas.add(warm ? Confluence.areasAfter(view, bar) : List.of());
            }
            return areas::get;
        };
    }

    /** Days and, as if it had closed with the newest hour, the day that is under way. */
    private static BarSeries withFormingBar(BarSeries hours) {
        BarSeries days = Aggregation.of(SessionBars.NYSE).aggregate(hours, Timeframe.D1);
        Instant now = hours.closeTime(hours.last());
        BarSeries.Builder all = copy(days, 0);
        Aggregation.of(SessionBars.NYSE)
                .forming(hours, Timeframe.D1, now)
                .ifPresent(day -> all.add(
                        day.openTime().getEpochSecond(),
                        now.getEpochSecond(),
                        day.prices().open(),
                        day.prices().high(),
                        day.prices().low(),
                        day.prices().last(),
                        day.prices().volume()));
        return all.build();
    }

    /** Days that count as closed a second after they open. */
    private static BarSeries usableFromItsStart(BarSeries hours) {
        return copy(Aggregation.of(SessionBars.NYSE).aggregate(hours, Timeframe.D1), 1)
                .build();
    }

    private static BarSeries.Builder copy(BarSeries bars, long length) {
        BarSeries.Builder copy = BarSeries.builder(bars.key(), bars.size());
        for (int bar = 0; bar < bars.size(); bar++) {
            copy.add(
                    bars.openSecond(bar),
                    length == 0 ? bars.closeSecond(bar) : bars.openSecond(bar) + length,
                    bars.open(bar),
                    bars.high(bar),
                    bars.low(bar),
                    bars.close(bar),
                    bars.volume(bar));
        }
        return copy;
    }
}
