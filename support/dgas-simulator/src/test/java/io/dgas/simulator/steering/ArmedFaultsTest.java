package io.dgas.simulator.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dgas.simulator.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ArmedFaultsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private enum Weather implements Kind {
        RAIN(false),
        WINTER(true);

        private final boolean lasts;

        Weather(boolean lasts) {
            this.lasts = lasts;
        }

        @Override
        public boolean lasts() {
            return lasts;
        }

        @Override
        public Set<String> particulars() {
            return Set.of("wind");
        }
    }

    private record Storm(Weather kind, Window window, Chance chance, double wind) implements OrderedFault<Instant> {

        static Storm read(JsonNode node) {
            FaultFields<Weather> fields = new FaultFields<>(node, Weather.values(), Set.of());
            return new Storm(fields.kind(), fields.window(), fields.chance(), fields.number("wind", 0));
        }

        @Override
        public boolean covers(Instant place) {
            return window.contains(place);
        }

        @Override
        public ObjectNode described() {
            return Json.object().put("kind", kind.wireName());
        }
    }

    private static final class Storms extends ArmedFaults<Storm, Instant> {

        Storms(String faults) {
            super(Storm::read);
            take("{'seed':7,'faults':[" + faults + "]}");
        }

        /** With apostrophes for quotes. */
        void take(String scenario) {
            order(scenario.replace('\'', '"'));
        }

        Optional<Double> wind(Instant now) {
            return first(now, storm -> true).map(Storm::wind);
        }

        List<Double> winds(Instant now) {
            return every(now, storm -> true).stream().map(Storm::wind).toList();
        }

        Optional<Double> freshWind(Instant now) {
            return fresh(now, storm -> true).map(Storm::wind);
        }

        /** Which of so many occasions were struck, from 1. */
        List<Integer> struck(int occasions) {
            return IntStream.rangeClosed(1, occasions)
                    .filter(each -> wind(NOON).isPresent())
                    .boxed()
                    .toList();
        }
    }

    @Test
    void strikesFromItsNthOccasionForSoManyTimes() {
        assertThat(new Storms("{'kind':'rain'}").struck(3)).containsExactly(1, 2, 3);
        assertThat(new Storms("{'kind':'rain','nth':3}").struck(5)).containsExactly(3, 4, 5);
        assertThat(new Storms("{'kind':'rain','times':2}").struck(5)).containsExactly(1, 2);
        assertThat(new Storms("{'kind':'rain','nth':2,'times':2}").struck(5)).containsExactly(2, 3);
    }

    @Test
    void strikesWithinItsWindowOnlyAndCountsNothingOutside() {
        Storms storms =
                new Storms("{'kind':'rain','nth':2,'from':'2026-06-01T12:00:00Z','until':'2026-06-01T12:00:02Z'}");
        assertThat(LongStream.of(-1, -1, 0, 1, 2, 1)
                        .filter(seconds ->
                                storms.wind(NOON.plusSeconds(seconds)).isPresent())
                        .boxed()
                        .toList())
                .containsExactly(1L, 1L);
        assertThat(storms.report().toString()).contains("\"covered\":3,\"fired\":2");
    }

    @Test
    void whatAnEarlierFaultStruckIsNoOccasionOfALaterOne() {
        Storms storms = new Storms("{'kind':'rain','nth':2,'times':1,'wind':1},{'kind':'rain','times':1,'wind':2}");
        List<Optional<Double>> winds = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            winds.add(storms.wind(NOON));
        }
        assertThat(winds).containsExactly(Optional.of(2.0), Optional.of(1.0), Optional.empty());
        assertThat(storms.report().toString())
                .isEqualTo("{\"seed\":7,\"faults\":[{\"kind\":\"rain\",\"covered\":3,\"fired\":1},"
                        + "{\"kind\":\"rain\",\"covered\":2,\"fired\":1}]}");
    }

    @Test
    void allThatLastStrikeTogetherEachTime() {
        Storms storms = new Storms("{'kind':'winter','wind':1},{'kind':'winter','wind':2}");
        assertThat(storms.winds(NOON)).containsExactly(1.0, 2.0);
        assertThat(storms.winds(NOON)).containsExactly(1.0, 2.0);
        assertThat(storms.report().toString()).contains("\"covered\":2,\"fired\":2");
    }

    @Test
    void oneThatHasHadAnOccasionIsNotFresh() {
        Storms storms = new Storms("{'kind':'rain','nth':2}");
        assertThat(storms.freshWind(NOON)).isEmpty();
        assertThat(storms.freshWind(NOON)).isEmpty();
        assertThat(storms.wind(NOON)).isPresent();
    }

    @Test
    void theSeedOfAScenarioHoldsForAllThatAreOrderedFromThen() {
        Storms once = new Storms("{'kind':'rain','probability':0.5}");
        Storms again = new Storms("");
        again.take("{'faults':[{'kind':'rain','probability':0.5}]}");
        assertThat(again.struck(100)).isEqualTo(once.struck(100)).hasSizeBetween(20, 80);
        Storms other = new Storms("");
        other.take("{'seed':8,'faults':[{'kind':'rain','probability':0.5}]}");
        assertThat(other.struck(100)).isNotEqualTo(new Storms("{'kind':'rain','probability':0.5}").struck(100));
    }

    @Test
    void aScenarioWithOneWrongFaultOrdersNothing() {
        Storms storms = new Storms("");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storms.take("{'seed':8,'faults':[{'kind':'rain'},{'kind':'snow'}]}"))
                .withMessage("no kind of fault \"snow\"; there are rain, winter");
        assertThat(storms.report().toString()).isEqualTo("{\"seed\":7,\"faults\":[]}");
    }

    @Test
    void fieldsThatAKindHasNotGotAreNamedWithThoseThatItHas() {
        Storms storms = new Storms("");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storms.take("{'faults':[{'kind':'rain','hail':1}]}"))
                .withMessage("a fault rain has no field hail, but from, kind, nth, probability, times, until, wind");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storms.take("{'faults':[{'kind':'winter','times':1}]}"))
                .withMessage(
                        "a fault winter lasts from one instant until another; it has no nth, times or probability");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storms.take("{'faults':[],'sed':1}"))
                .withMessage("a scenario has no field sed, but faults, seed");
    }
}
