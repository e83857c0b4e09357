package io.dgas.domain.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of docs/method.md, section 8, NQ daily of August 2025, to the printed digit. */
class PublishedNumbersTest {

    /**
     * 08/18 is not published; these prices have the typical price that makes PLdot of 08/21 the published 23552.94, and
     * the week's published high.
     */
    private static final double[] AUGUST_18 = {23881.75, 23726.75, 23790.00};

    private static final double[][] DAYS = {
        AUGUST_18,
        {23838.00, 23426.00, 23469.50},
        {23485.50, 23035.00, 23324.00},
        {23369.25, 23119.00, 23219.75},
        {23650.00, 23076.75, 23569.75},
        {23616.25, 23443.25, 23498.25},
    };

    private static final int AUGUST_21 = 3;
    private static final int AUGUST_22 = 4;

    @ParameterizedTest
    @CsvSource({
        "1, 23577.8333, 23729.6667, 23317.6667, 412.00",
        "2, 23281.5000, 23528.0000, 23077.5000, 450.50",
        "3, 23236.0000, 23353.0000, 23102.7500, 250.25",
    })
    void typicalPriceAndOneOneOfEachBar(int bar, String typical, String high, String low, String range) {
        BarSeries bars = SampleBars.of(DAYS);
        OneOne oneOne = Levels.of(bars).oneOne();

        assertThat(printed(oneOne.dotForBar(bar + 1), 4)).isEqualTo(typical);
        assertThat(printed(oneOne.highForBar(bar + 1), 4)).isEqualTo(high);
        assertThat(printed(oneOne.lowForBar(bar + 1), 4)).isEqualTo(low);
        assertThat(printed(bars.high(bar) - bars.low(bar), 2)).isEqualTo(range);
    }

    @Test
    void levelsForTheComingBarAreThePublishedOnes() {
        LevelValues levels = LevelValues.of(until(AUGUST_22), AUGUST_22);

        assertThat(printed(levels.pldot())).isEqualTo("23365.11");
        assertThat(printed(levels.envelopeTop())).isEqualTo("23536.89");
        assertThat(printed(levels.envelopeBottom())).isEqualTo("23165.97");
        assertThat(printed(levels.oneOneHigh())).isEqualTo("23353.00");
        assertThat(printed(levels.oneOneLow())).isEqualTo("23102.75");
        assertThat(printed(levels.z5t())).isEqualTo("23708.67");
        assertThat(printed(levels.z2b())).isEqualTo("22966.83");
        assertThat(printed(levels.z6t())).isEqualTo("23907.81");
        assertThat(printed(levels.z1b())).isEqualTo("22795.06");
        assertThat(printed(levels.mainChannelLine().orElseThrow())).isEqualTo("23177.28");
        assertThat(printed(levels.twoAheadDot().orElseThrow())).isEqualTo("23245.75");
    }

    @Test
    void dotOfTheDayBeforeIsThePublishedOne() {
        assertThat(printed(until(AUGUST_22).pldot().forBar(AUGUST_21))).isEqualTo("23552.94");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 5/3 Down, 23253.00",
        "4, 5/3 Up, 23203.00",
        "4, 5/9 Up, 22752.50",
        "4, 5/9 Down, 23703.50",
        "4, 6/5 Down, 23360.97",
        "4, 6/1 Down, 23611.22",
        "3, 5/1 Up, 23133.00",
        "3, 5/2 Up, 22644.00",
        "3, 6/7 Down, 23620.39",
        "5, 5/2 Down, 23930.75",
        "5, 6/1 Up, 22983.11",
        "5, 6/5 Up, 23556.36",
        "5, 6/6 Up, 22500.03",
        "5, 6/6 Down, 24219.78",
        "6, 5/1 Down, 23809.75",
        "6, 6/7 Up, 23348.36",
    })
    void lineForTheComingBarIsThePublishedOne(int bar, String name, String value) {
        Line line = until(bar).lines().forBar(bar, LineKind.ofName(name)).orElseThrow();

        assertThat(printed(line.value())).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"5, 23316.56", "6, 23395.81"})
    void dotsBehindThoseLinesAreThePublishedOnes(int bar, String dot) {
        assertThat(printed(until(bar).pldot().forBar(bar))).isEqualTo(dot);
    }

    @Test
    void threeCompletedWeeksGiveTheNextWeekItsLevels() {
        Levels levels = Levels.of(SampleBars.of(
                new double[] {23767.75, 22821.75, 23713.75},
                new double[] {24068.50, 23587.50, 23804.00},
                new double[] {23881.75, 23035.00, 23569.75}));

        assertThat(printed(levels.pldot().forBar(3))).isEqualTo("23583.31");
        assertThat(printed(levels.envelope().topForBar(3))).isEqualTo("24018.53");
        assertThat(printed(levels.envelope().bottomForBar(3))).isEqualTo("23260.61");
    }

    /** Levels from the bars before {@code bar} alone. */
    private static Levels until(int bar) {
        return Levels.of(SampleBars.of(Arrays.copyOf(DAYS, bar)));
    }

    private static String printed(double value) {
        return printed(value, 2);
    }

    private static String printed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
