package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.in.ImportUniverse.Entry;
import io.dgas.application.port.in.ImportUniverse.Options;
import io.dgas.application.port.in.ImportUniverse.Request;
import io.dgas.application.port.in.ImportUniverse.SymbolList;
import io.dgas.application.port.in.UniverseIndex;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.application.universe.UniverseImport;
import io.dgas.domain.market.Instrument;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import whose store breaks on the way, on a real database. */
class InterruptedImportTest extends SymbolImports {

    /** The methods by which an import stores. */
    private static final Set<String> STEPS = Set.of("describe", "activate", "deactivate", "replace");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anImportThatWasInterruptedAtAnyStepIsFinishedByTheNext(int steps) {
        importedInJune();
        Request request = new Request(
                new SymbolList(
                        Optional.of(UniverseIndex.SP500),
                        LocalDate.of(2026, 11, 22),
                        IndexPages.turned(MEMBERS, 2, "NEWA", "NEWB").stream()
                                .map(ticker -> new Entry(
                                        new Instrument(ticker), Optional.empty(), Optional.empty(), Optional.empty()))
                                .toList(),
                        List.of(),
                        "test"),
                new Options(false, false, true));
        try (Repositories stored = dgas.repositories()) {
            assertThatThrownBy(() -> useCase(stored, new AtomicInteger(steps)).run(request))
                    .isInstanceOf(StorageException.class);
            useCase(stored, new AtomicInteger(Integer.MAX_VALUE)).run(request);
        }
        assertThat(active()).hasSize(503).contains("NEWA", "NEWB").doesNotContain("QAAA", "QAAB");
        assertThat(members("sp500", "2026-11-21")).isEqualTo(MEMBERS);
        assertThat(members("sp500", "2026-11-22")).containsExactlyInAnyOrderElementsOf(active());
    }

    /** The use case on a store that breaks after so many steps. */
    private static UniverseImport useCase(Repositories stored, AtomicInteger steps) {
        return new UniverseImport(
                breaking(SymbolRepository.class, stored.symbols(), steps),
                breaking(ListingRepository.class, stored.listings(), steps),
                breaking(IndexMembershipRepository.class, stored.indexMembers(), steps),
                InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));
    }

    private static <T> T breaking(Class<T> port, T real, AtomicInteger steps) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (STEPS.contains(method.getName()) && steps.getAndDecrement() <= 0) {
                throw new StorageException("a step of an import", new IllegalStateException("the server is gone"));
            }
            return method.invoke(real, arguments);
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
