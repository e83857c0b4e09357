package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.domain.market.Instrument;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link SymbolRepository} does. */
public interface SymbolRepositoryContract {

    Instrument IBM = new Instrument("IBM");
    Instrument BERKSHIRE = new Instrument("BRK.B");
    Instrument DIGITS = new Instrument("0A");

    /** The repository under test; empty when a test begins. */
    SymbolRepository symbols();

    @Test
    default void knowsNobodyAtFirst() {
        assertThat(symbols().all()).isEmpty();
    }

    @Test
    default void listsBySymbol() {
        assertThat(symbols().activate(Set.of(IBM, DIGITS, BERKSHIRE))).isEqualTo(3);
        assertThat(symbols().all())
                .containsExactly(
                        new ListedSymbol(DIGITS, true), new ListedSymbol(BERKSHIRE, true), new ListedSymbol(IBM, true));
    }

    @Test
    default void countsThoseThatWereNotActive() {
        symbols().activate(Set.of(IBM, BERKSHIRE));
        symbols().deactivate(Set.of(IBM));
        assertThat(symbols().activate(Set.of(IBM, BERKSHIRE, DIGITS))).isEqualTo(2);
        assertThat(symbols().activate(Set.of(IBM, BERKSHIRE, DIGITS))).isZero();
    }

    @Test
    default void deactivatesAndNamesTheUnknown() {
        symbols().activate(Set.of(IBM));
        assertThat(symbols().deactivate(Set.of(IBM, DIGITS))).containsExactly(DIGITS);
        assertThat(symbols().all()).containsExactly(new ListedSymbol(IBM, false));
        assertThat(symbols().deactivate(Set.of(IBM))).isEmpty();
    }

    @Test
    default void doesNothingForNobody() {
        assertThat(symbols().activate(Set.of())).isZero();
        assertThat(symbols().deactivate(Set.of())).isEmpty();
        assertThat(symbols().all()).isEmpty();
    }

    @Test
    default void takesTickersThatMeanSomethingElsewhere() {
        Set<Instrument> odd = Set.of(new Instrument("NULL"), new Instrument("TRUE"), new Instrument("A-B.C"));
        assertThat(symbols().activate(odd)).isEqualTo(3);
        assertThat(symbols().all()).extracting(ListedSymbol::instrument).containsExactlyInAnyOrderElementsOf(odd);
    }
}
