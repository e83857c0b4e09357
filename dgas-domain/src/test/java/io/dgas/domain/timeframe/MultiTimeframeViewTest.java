package io.dgas.domain.timeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.Aggregation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.Contributor;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiTimeframeViewTest {

    private static final BarSeries HOURS = SessionBars.random(3, Timeframe.H1, 400);

    @Test
    void seesAHigherBarFromItsCloseOn() {
        HigherTimeframe days = view(Timeframe.D1).directing();
        BarSeries higher = days.geometry().bars();
        for (int bar = 0; bar < HOURS.size(); bar++) {
            int closed = days.closedBy(bar);
            assertThat(closed < 0 || !higher.closeTime(closed).isAfter(HOURS.closeTime(bar)))
                    .isTrue();
            assertThat(closed == higher.last() || higher.closeTime(closed + 1).isAfter(HOURS.closeTime(bar)))
                    .as("a newer day had closed by bar %d", bar)
                    .isTrue();
        }
    }

    @Test
    void holdsTheHigherLevelsStillUntilTheHigherBarCloses() {
        HigherTimeframe days = view(Timeframe.D1).directing();
        int lastOfDay = HOURS.closedBy(Instant.parse("2016-11-18T21:00:00Z")).last();
        int firstOfDay = HOURS.closedBy(Instant.parse("2016-11-18T15:30:00Z")).last();
        assertThat(days.closedBy(lastOfDay - 1)).isEqualTo(days.closedBy(firstOfDay));
        assertThat(days.closedBy(lastOfDay)).isEqualTo(days.closedBy(firstOfDay) + 1);
        assertThat(days.formingAfter(firstOfDay)).isEqualTo(days.closedBy(lastOfDay));
    }

    @Test
    void laysOverEachBarTheHigherEnvelopeThatWasInForceBeforeItOpened() {
        HigherTimeframe days = view(Timeframe.D1).directing();
        Levels levels = days.geometry().levels();
        var overlay = days.envelope(HOURS);
        for (int bar = overlay.resistance().firstDefined(); bar < HOURS.size(); bar++) {
            int inForce = days.closedBy(bar - 1) + 1;
            assertThat(overlay.resistance().get(bar))
                    .isEqualTo(levels.envelope().topForBar(inForce));
            assertThat(overlay.support().get(bar)).isEqualTo(levels.envelope().bottomForBar(inForce));
        }
        assertThat(overlay.resistance().firstDefined()).isBetween(1, HOURS.last());
        assertThat(overlay.resistanceName()).isEqualTo("1d ETop");
    }

    @Test
    void takesHigherTimeframesInAnyOrderAndOnce() {
        MultiTimeframeView view = view(Timeframe.W1, Timeframe.D1, Timeframe.W1, Timeframe.H4);
        assertThat(view.higher())
                .extracting(HigherTimeframe::timeframe)
                .containsExactly(Timeframe.H4, Timeframe.D1, Timeframe.W1);
        assertThat(view.directing().timeframe()).isEqualTo(Timeframe.H4);
        assertThat(view).hasToString("TEST 1h under 4h, 1d, 1w");
    }

    @Test
    void isSingleTimeframeAnalysisUnderItsOwnTimeframeAndSaysSo() {
        MultiTimeframeView view = view(Timeframe.H1);
        assertThat(view.isSingleTimeframe()).isTrue();
        assertThat(view).hasToString("TEST 1h as a single timeframe");
        assertThat(view.directing().geometry()).isSameAs(view.trading());
        for (int bar = 0; bar < HOURS.size(); bar++) {
            assertThat(view.directing().closedBy(bar)).isEqualTo(bar);
        }
        assertThat(Confluence.linesAfter(view, 300))
                .extracting(Contributor::timeframe)
                .containsOnly(Timeframe.H1);
        assertThat(Confluence.linesAfter(view, 300)).doesNotHaveDuplicates();
    }

    @Test
    void ownTimeframeBesideAHigherOneAddsNothing() {
        MultiTimeframeView view = view(Timeframe.H1, Timeframe.D1);
        assertThat(view.isSingleTimeframe()).isFalse();
        assertThat(view).hasToString("TEST 1h under 1d");
    }

    @Test
    void refusesAHigherTimeframeThatIsLower() {
        assertThatThrownBy(() -> view(Timeframe.D1, Timeframe.M30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the higher timeframe 30m is lower than the trading timeframe 1h; name 1h or a longer one");
    }

    @Test
    void refusesToBeWithoutAHigherTimeframe() {
        assertThatThrownBy(this::view)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for single-timeframe analysis name 1h itself");
    }

    @Test
    void refusesAHigherTimeframeThatDoesNotConsistOfWholeTradingBars() {
        BarSeries bars = SessionBars.random(1, Timeframe.H2, 30);
        assertThatThrownBy(() -> MultiTimeframeView.of(bars, List.of(Timeframe.H3), SessionBars.NYSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a bar of 3h does not consist of whole bars of 2h");
    }

    @ParameterizedTest
    @EnumSource(names = {"H1", "D1", "W1"})
    void isNeverWarmOfNothing(Timeframe higher) {
        MultiTimeframeView empty = MultiTimeframeView.of(HOURS.first(0), List.of(higher), SessionBars.NYSE);
        assertThat(empty.trading().bars().isEmpty()).isTrue();
        assertThat(empty.isWarm(0)).isFalse();
    }

    @Test
    void isWarmWhenEveryTimeframeIs() {
        MultiTimeframeView view = view(Timeframe.D1);
        for (int bar = 0; bar < HOURS.size(); bar++) {
            boolean enough = bar + 1 >= Geometry.WARM_UP && view.directing().closedBy(bar) + 1 >= Geometry.WARM_UP;
            assertThat(view.isWarm(bar)).isEqualTo(enough);
        }
        assertThat(view.isWarm(HOURS.last())).isTrue();
    }

    @Test
    void confluenceNamesTheLinesOfEveryTimeframeInForce() {
        MultiTimeframeView view = view(Timeframe.D1, Timeframe.W1);
        int bar = HOURS.last();
        Levels days = view.directing().geometry().levels();
        int forming = view.directing().formingAfter(bar);
        List<Contributor> lines = Confluence.areasAfter(view, bar).stream()
                .map(Area::contributors)
                .flatMap(List::stream)
                .toList();
        assertThat(lines).containsExactlyInAnyOrderElementsOf(Confluence.linesAfter(view, bar));
        assertThat(lines)
                .contains(new Contributor(Timeframe.D1, "PLdot", days.pldot().forBar(forming)))
                .extracting(Contributor::timeframe)
                .contains(Timeframe.H1, Timeframe.D1, Timeframe.W1);
    }

    @Test
    void confluenceLeavesOutAHigherTimeframeThatIsStillWarmingUp() {
        BarSeries few = HOURS.first(10);
        MultiTimeframeView view = MultiTimeframeView.of(few, List.of(Timeframe.D1), SessionBars.NYSE);
        assertThat(Confluence.linesAfter(view, few.last()))
                .isNotEmpty()
                .extracting(Contributor::timeframe)
                .containsOnly(Timeframe.H1);
        assertThatThrownBy(() -> Confluence.areasAfter(view, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void higherBarsAreThoseOfTheAggregation() {
        BarSeries days = Aggregation.of(SessionBars.NYSE).aggregate(HOURS, Timeframe.D1);
        BarSeries seen = view(Timeframe.D1).directing().geometry().bars();
        assertThat(seen.size()).isEqualTo(days.size());
        assertThat(seen.closeTime(days.last())).isEqualTo(days.closeTime(days.last()));
        assertThat(seen.close(days.last())).isEqualTo(days.close(days.last()));
    }

    private MultiTimeframeView view(Timeframe... higher) {
        return MultiTimeframeView.of(HOURS, List.of(higher), SessionBars.NYSE);
    }
}
