package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.application.port.out.collection.QuarantineRepository.JumpKey;
import io.dgas.application.port.out.collection.QuarantineRepository.Lifting;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JooqQuarantineRepositoryTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant OPEN = Instant.parse("2026-03-06T14:30:00Z");
    private static final Instant NOW = OPEN.plusSeconds(60);
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument IBM = new Instrument("IBM");
    private static final Quarantine ONE = quarantine(AAPL, OPEN, NOW);
    private static final Quarantine TWO = quarantine(IBM, OPEN, NOW.plusSeconds(1));
    private static final Quarantine THREE = quarantine(AAPL, OPEN.plusSeconds(86_400), NOW.plusSeconds(86_400));

    private final QuarantineRepository quarantines = DATABASE.quarantines();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
        DATABASE.symbols().activate(Set.of(AAPL, IBM));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Quarantine quarantine(Instrument instrument, Instant jump, Instant since) {
        return new Quarantine(new JumpKey(instrument, jump), since, 0.5, "half the price overnight", Optional.empty());
    }

    private static Quarantine lifted(Quarantine quarantine, Instant at) {
        return new Quarantine(
                quarantine.jump(),
                quarantine.since(),
                quarantine.ratio(),
                quarantine.reason(),
                Optional.of(new Lifting(at, "a split of 2:1 became known")));
    }

    private List<Quarantine> lift(Quarantine quarantine, Instant at) {
        return quarantines.lift(List.of(quarantine.jump()), "a split of 2:1 became known", at);
    }

    @Test
    void tellsWhoIsInQuarantineAtAnyTime() {
        assertThat(quarantines.open(List.of(TWO, ONE))).containsExactly(ONE, TWO);
        assertThat(quarantines.inForce(NOW.minusSeconds(1))).isEmpty();
        assertThat(quarantines.inForce(NOW)).containsExactly(ONE);
        assertThat(quarantines.inForce(NOW.plusSeconds(1))).containsExactly(ONE, TWO);
        Instant then = NOW.plusSeconds(600);
        assertThat(lift(ONE, then)).containsExactly(lifted(ONE, then));
        assertThat(quarantines.inForce(then)).containsExactly(TWO);
        assertThat(quarantines.inForce(then.minusSeconds(1))).containsExactly(lifted(ONE, then), TWO);
        assertThat(quarantines.of(AAPL)).containsExactly(lifted(ONE, then));
    }

    @Test
    void aJumpThatWasLookedAtStaysDecided() {
        quarantines.open(List.of(ONE));
        assertThat(quarantines.open(List.of(ONE, ONE))).isEmpty();
        lift(ONE, NOW.plusSeconds(5));
        assertThat(quarantines.open(List.of(ONE, THREE))).containsExactly(THREE);
        assertThat(quarantines.inForce(THREE.since())).containsExactly(THREE);
    }

    @Test
    void liftsOnlyWhatIsInForce() {
        quarantines.open(List.of(ONE, THREE));
        assertThat(lift(TWO, NOW)).isEmpty();
        assertThat(lift(ONE, NOW.plusSeconds(5))).hasSize(1);
        assertThat(lift(ONE, NOW.plusSeconds(9))).isEmpty();
        assertThat(quarantines.of(AAPL)).containsExactly(lifted(ONE, NOW.plusSeconds(5)), THREE);
    }

    @Test
    void namesSymbolsThatAreNotKnown() {
        Quarantine unknown = quarantine(new Instrument("XYZ"), OPEN, NOW);
        assertThatThrownBy(() -> quarantines.open(List.of(ONE, unknown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not in the universe: XYZ");
        assertThat(quarantines.inForce(NOW)).isEmpty();
    }
}
