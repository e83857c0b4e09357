package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link CorporateActionRepository} does. */
public interface CorporateActionRepositoryContract {

    Instrument APPLE = new Instrument("AAPL");
    LocalDate EX_DATE = LocalDate.of(2014, 6, 9);
    Instant KNOWN = Instant.parse("2014-04-23T20:30:00Z");
    Split SEVEN_TO_ONE = new Split(APPLE, EX_DATE, KNOWN, 7);

    /** The repository under test; empty when a test begins. */
    CorporateActionRepository actions();

    /** The symbols of the same store. */
    SymbolRepository symbols();

    private List<CorporateAction> known(Instant asOf) {
        return actions().knownBy(asOf, Set.of(APPLE)).getOrDefault(APPLE, List.of());
    }

    @Test
    default void tellsAnActionFromTheTimeItWasKnown() {
        assertThat(actions().store(List.of(SEVEN_TO_ONE))).isEqualTo(1);
        assertThat(known(KNOWN.minusSeconds(1))).isEmpty();
        assertThat(known(KNOWN)).containsExactly(SEVEN_TO_ONE);
        assertThat(known(Instant.MAX)).containsExactly(SEVEN_TO_ONE);
        assertThat(known(Instant.MIN)).isEmpty();
    }

    @Test
    default void leavesOutThoseWithoutActions() {
        actions().store(List.of(SEVEN_TO_ONE));
        assertThat(actions().knownBy(KNOWN, Set.of(new Instrument("IBM")))).isEmpty();
        assertThat(actions().knownBy(KNOWN, Set.of())).isEmpty();
        assertThat(actions().knownBy(KNOWN, Set.of(APPLE, new Instrument("IBM"))))
                .containsOnlyKeys(APPLE);
    }

    @Test
    default void tellsThemByExDate() {
        CashDividend earlier = new CashDividend(APPLE, EX_DATE.minusDays(30), KNOWN, 3.29);
        CashDividend later = new CashDividend(APPLE, EX_DATE.plusDays(60), KNOWN, 0.47);
        actions().store(List.of(later, SEVEN_TO_ONE, earlier));
        assertThat(known(KNOWN)).containsExactly(earlier, SEVEN_TO_ONE, later);
    }

    @Test
    default void storingTwiceChangesNothing() {
        CashDividend sameDay = new CashDividend(APPLE, EX_DATE, KNOWN, 7);
        assertThat(actions().store(List.of(SEVEN_TO_ONE, sameDay))).isEqualTo(2);
        assertThat(actions().store(List.of(SEVEN_TO_ONE, sameDay))).isZero();
        assertThat(actions().store(List.of(new Split(APPLE, EX_DATE, KNOWN.plusSeconds(9), 7))))
                .isZero();
        assertThat(known(KNOWN)).containsExactlyInAnyOrder(SEVEN_TO_ONE, sameDay);
    }

    @Test
    default void aNewValueReplacesTheOldOneFromTheTimeItIsKnown() {
        Split corrected = new Split(APPLE, EX_DATE, KNOWN.plusSeconds(60), 6);
        actions().store(List.of(SEVEN_TO_ONE));
        assertThat(actions().store(List.of(corrected))).isEqualTo(1);
        assertThat(known(KNOWN.plusSeconds(59))).containsExactly(SEVEN_TO_ONE);
        assertThat(known(KNOWN.plusSeconds(60))).containsExactly(corrected);
        Split backAgain = new Split(APPLE, EX_DATE, KNOWN.plusSeconds(120), 7);
        assertThat(actions().store(List.of(backAgain))).isEqualTo(1);
        assertThat(known(Instant.MAX)).containsExactly(backAgain);
    }

    @Test
    default void theLastOfAListCounts() {
        Split other = new Split(APPLE, EX_DATE, KNOWN, 6);
        assertThat(actions().store(List.of(other, SEVEN_TO_ONE))).isEqualTo(2);
        assertThat(known(KNOWN)).containsExactly(SEVEN_TO_ONE);
    }

    @Test
    default void registersSymbolsAsInactiveUntilTheyHaveBars() {
        actions().store(List.of(SEVEN_TO_ONE));
        assertThat(symbols().all()).containsExactly(new ListedSymbol(APPLE, false));
        assertThat(actions().store(List.of())).isZero();
    }

    @Test
    default void keepsEveryBitOfAValue() {
        CashDividend odd = new CashDividend(APPLE, EX_DATE, KNOWN, 0.1 + 0.2);
        actions().store(List.of(odd));
        assertThat(known(KNOWN)).containsExactly(odd);
    }
}
