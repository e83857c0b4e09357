package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.collection.coverage.CalendarCheck;
import io.dgas.application.port.out.vendor.ExchangeClosures;
import io.dgas.application.port.out.vendor.IndexMember;
import io.dgas.application.port.out.vendor.StockIndex;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorListings;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for holidays and for the members of an index: whatever is wrong, an answer is true or it is none. */
final class VendorLists {

    /** May be renamed or gone by a schedule's fault. */
    private static final Set<Instrument> CHANGING = Set.of(new Instrument("MSFT"), new Instrument("MSFX"));

    private final SimulatedSession simulated;
    private final VendorListings listings;
    private final DateRange dates;

    VendorLists(SimulatedSession simulated) {
        this.simulated = simulated;
        this.listings = simulated.access().listings();
        this.dates =
                new DateRange(simulated.session.date(), simulated.session.date().plusMonths(6));
    }

    /** While faults may strike. */
    void expectNothingInvented(String told) {
        closures()
                .ifPresent(check -> assertThat(check.contradictions()).as(told).isEmpty());
        members().ifPresent(members -> {
            members.removeAll(CHANGING);
            Set<Instrument> all = new HashSet<>(simulated.instruments());
            all.removeAll(CHANGING);
            assertThat(members).as(told).isEqualTo(all);
        });
    }

    /** When faults are over. */
    void expectAll(String told) {
        assertThat(closures().map(CalendarCheck::untold)).as(told).hasValue(List.of());
        assertThat(members()).as(told).hasValue(simulated.instruments());
        expectNothingInvented(told);
    }

    private Optional<CalendarCheck> closures() {
        return listings.closures(dates) instanceof VendorAnswer.Data<ExchangeClosures> data
                ? Optional.of(CalendarCheck.of(data.value(), TradingCalendar.nyse(), dates))
                : Optional.empty();
    }

    private Optional<Set<Instrument>> members() {
        return listings.members(StockIndex.SP_500) instanceof VendorAnswer.Data<VendorRows<IndexMember>> data
                ? Optional.of(data.value().rows().stream()
                        .map(IndexMember::instrument)
                        .collect(Collectors.toCollection(HashSet::new)))
                : Optional.empty();
    }
}
