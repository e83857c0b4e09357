package io.dgas.application.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalRules;
import io.dgas.domain.timeframe.MultiTimeframeView;
import io.dgas.testkit.bars.RandomWalk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // documents are maps; what is missing in one fails the assertion that reads it
class ExplanationTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final SignalRules RULES = new SignalRules(AtrMultiples.STANDARD);
    private static final BarSeries BARS = bars(1_500);

    @Test
    void scoresRecomputedFromTheWrittenDocumentAreTheIssuedOnes() {
        List<Signal> signals = RULES.signals(view(BARS));
        assertThat(signals).hasSizeGreaterThan(100);
        for (Signal signal : signals) {
            Map<?, ?> document = asRead(Explanation.of(signal));
            if (signal instanceof Signal.Entry entry) {
                assertThat(score(map(document.get("confidence"))))
                        .isEqualTo(entry.confidence().value())
                        .isEqualTo(number(map(document.get("confidence")), "value"));
                assertThat(score(map(document.get("strength"))))
                        .isEqualTo(entry.strength().value())
                        .isEqualTo(number(map(document.get("strength")), "value"));
            }
            assertThat(gates(document))
                    .isNotEmpty()
                    .allSatisfy(gate -> assertThat(gate.get("passed")).isEqualTo(true));
        }
    }

    @Test
    void entryCarriesWhatAnOrderNeeds() {
        Signal.Entry entry = RULES.signals(view(BARS)).stream()
                .filter(Signal.Entry.class::isInstance)
                .map(Signal.Entry.class::cast)
                .findFirst()
                .orElseThrow();
        Map<String, Object> document = Explanation.of(entry);
        assertThat(document.keySet())
                .containsExactly(
                        "id",
                        "type",
                        "completedAt",
                        "reason",
                        "price",
                        "protection",
                        "setUp",
                        "gates",
                        "confidence",
                        "strength");
        assertThat(document)
                .containsEntry("id", entry.id().toString())
                .containsEntry("type", entry.id().type().name())
                .containsEntry("setUp", entry.id().setUp().name())
                .containsEntry("price", entry.price());
        assertThat(map(document.get("protection")).get("stop"))
                .isEqualTo(entry.protection().stop());
    }

    @Test
    void exitSaysWhatItEndsAndWhy() {
        Signal.Exit exit = RULES.signals(view(BARS)).stream()
                .filter(Signal.Exit.class::isInstance)
                .map(Signal.Exit.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(Explanation.of(exit))
                .containsEntry("setUp", exit.opened().setUp().name())
                .containsEntry("cause", exit.cause().name())
                .containsEntry("opened", exit.opened().toString())
                .doesNotContainKey("protection");
        assertThat(Explanation.evidence(exit).keySet()).containsExactly("setUp", "cause", "opened", "gates");
    }

    @Test
    void standAsideWritesItsFirstFailingGateWithAllNumbers() {
        int found = 0;
        for (int size = BARS.size() - 60; size < BARS.size(); size++) {
            Decision decision = RULES.decide(view(BARS.first(size)));
            if (decision instanceof Decision.StandAside no && no.firstFailing().isPresent()) {
                Map<?, ?> gate = map(asRead(Explanation.of(decision)).get("firstFailing"));
                assertThat(gate.get("passed")).isEqualTo(false);
                assertThat(number(gate, "measured"))
                        .isEqualTo(no.firstFailing().orElseThrow().measured());
                assertThat(number(gate, "measured") + number(gate, "shortfall"))
                        .isGreaterThanOrEqualTo(number(gate, "required"));
                assertThat(gate.get("unit")).isInstanceOf(String.class);
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void noDataWritesItsProblem() {
        Decision decision = RULES.decide(view(BARS.first(3)));
        assertThat(Explanation.of(decision))
                .containsEntry("decision", "NO_DATA")
                .containsEntry("symbol", "TEST")
                .containsEntry("problem", "too few closed bars: 3 of 1h, 0 of 1d; each timeframe needs 14");
    }

    @Test
    void issueListsItsSignals() {
        int size = BARS.size();
        while (!(RULES.decide(view(BARS.first(size))) instanceof Decision.Issue)) {
            size--;
        }
        Map<String, Object> document = Explanation.of(RULES.decide(view(BARS.first(size))));
        assertThat(document).containsEntry("decision", "ISSUE");
        assertThat((Collection<?>) document.get("signals")).isNotEmpty();
    }

    /** The tree's score by the document alone: a mean of parts, or a measurement between worst and best. */
    private static double score(Map<?, ?> node) {
        if (!node.containsKey("parts")) {
            double share =
                    (number(node, "measured") - number(node, "worst")) / (number(node, "best") - number(node, "worst"));
            return Math.min(1, Math.max(0, share));
        }
        double weighted = 0;
        double weights = 0;
        for (Object part : (Collection<?>) node.get("parts")) {
            double weight = number(map(part), "weight");
            weighted += weight * score(map(part));
            weights += weight;
        }
        return weighted / weights;
    }

    private static List<Map<?, ?>> gates(Map<?, ?> document) {
        List<Map<?, ?>> gates = new ArrayList<>();
        ((Collection<?>) document.get("gates")).forEach(gate -> gates.add(map(gate)));
        return gates;
    }

    private static double number(Map<?, ?> node, String name) {
        return (Double) node.get(name);
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    /** The document as it comes back after numbers were written and read as text. */
    private static Map<?, ?> asRead(Map<?, ?> document) {
        return (Map<?, ?>) read(document);
    }

    private static Object read(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, each) -> copy.put(key, read(each)));
                yield copy;
            }
            case List<?> list -> list.stream().map(ExplanationTest::read).toList();
            case Double number -> {
                assertThat(number).isFinite();
                yield Double.valueOf(number.toString());
            }
            case BigDecimal number -> new BigDecimal(number.toPlainString());
            case String text -> text;
            case Boolean flag -> flag;
            default -> throw new AssertionError(value.getClass() + " is nothing that JSON knows");
        };
    }

    private static MultiTimeframeView view(BarSeries bars) {
        return MultiTimeframeView.of(bars, List.of(Timeframe.D1), NYSE);
    }

    private static BarSeries bars(int size) {
        RandomWalk walk = RandomWalk.of(11, size, 12, 100, 0.2);
        Grid grid = Grid.of(NYSE, Anchor.SESSION);
        BarSeries.Builder bars = BarSeries.builder(new BarKey(new Instrument("TEST"), Timeframe.H1), size);
        long time = Instant.parse("2016-03-01T00:00:00Z").getEpochSecond();
        for (int bar = 0; bar < size; bar++) {
            Slot slot = grid.slotFrom(time, Timeframe.H1).orElseThrow();
            bars.add(
                    slot.openTime(),
                    slot.closeTime(),
                    walk.open(bar),
                    walk.high(bar),
                    walk.low(bar),
                    walk.close(bar),
                    100,
                    slot.isShort());
            time = slot.closeTime();
        }
        return bars.build();
    }
}
