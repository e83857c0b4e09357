package io.dgas.domain.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.law.SampleBars;
import io.dgas.domain.market.Timeframe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaClustersTest {

    private static final Contributor DAY = new Contributor(Timeframe.D1, "5/2 Up", 100.00);
    private static final Contributor WEEK = new Contributor(Timeframe.W1, "5/2 Up", 100.10);
    private static final Contributor HOUR = new Contributor(Timeframe.H1, "6/7 Up", 100.20);
    private static final Contributor FAR = new Contributor(Timeframe.H1, "5/9 Down", 100.31);

    @Test
    void neighboursWithinTheToleranceShareAnArea() {
        List<Area> areas = AreaClusters.of(List.of(FAR, WEEK, HOUR, DAY), 0.1);

        assertThat(areas)
                .containsExactly(
                        new Area(100.00, 100.20, List.of(DAY, WEEK, HOUR)), new Area(100.31, 100.31, List.of(FAR)));
        assertThat(areas.getFirst().strength()).isEqualTo(3);
        assertThat(areas.getLast().strength()).isEqualTo(1);
    }

    @Test
    void strengthCountsATimeframeAndLineTypeOnce() {
        Contributor again = new Contributor(Timeframe.D1, "5/2 Up", 100.05);

        Area area = AreaClusters.of(List.of(DAY, again, WEEK), 1).getFirst();

        assertThat(area.strength()).isEqualTo(2);
        assertThat(area.contributors()).containsExactly(DAY, again, WEEK);
    }

    @Test
    void orderOfTheLinesDoesNotMatter() {
        Levels levels = Levels.of(SampleBars.walk(5, 60, 12));
        List<Contributor> lines = new ArrayList<>(AreaClusters.linesForBar(levels, 60));
        List<Area> areas = AreaClusters.of(lines, 2);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(lines, new Random(seed));
            assertThat(AreaClusters.of(lines, 2)).as("seed %d", seed).isEqualTo(areas);
        }
    }

    @Test
    void everyLineIsInExactlyOneAreaAndAreasAreApart() {
        Levels levels = Levels.of(SampleBars.walk(6, 300, 12));
        for (int t = levels.firstBar(); t <= levels.comingBar(); t++) {
            List<Area> areas = AreaClusters.forBar(levels, t, 0.1);
            List<Contributor> gathered =
                    areas.stream().flatMap(area -> area.contributors().stream()).toList();
            assertThat(gathered).containsExactlyInAnyOrderElementsOf(AreaClusters.linesForBar(levels, t));
            for (int next = 1; next < areas.size(); next++) {
                double gap = areas.get(next).low() - areas.get(next - 1).high();
                assertThat(gap).isGreaterThan(0.1 * levels.meanRange().forBar(t));
            }
        }
    }

    @Test
    void noLinesGiveNoAreas() {
        assertThat(AreaClusters.of(List.of(), 0.1)).isEmpty();
    }

    @Test
    void areaKnowsWhatItContains() {
        Area area = Area.spanning(List.of(WEEK, DAY));

        assertThat(area.contains(100.00)).isTrue();
        assertThat(area.contains(100.10)).isTrue();
        assertThat(area.contains(100.11)).isFalse();
    }

    @Test
    void refusesWhatMakesNoArea() {
        assertThatThrownBy(() -> AreaClusters.of(List.of(DAY), -0.1)).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> AreaClusters.of(List.of(DAY), Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Area.spanning(List.of())).hasMessageContaining("contributor");
        assertThatThrownBy(() -> new Area(2, 1, List.of(DAY))).hasMessageContaining("not in order");
    }
}
