package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.QuarantineRepository.JumpKey;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.application.port.out.universe.IndexMembershipRepository.MemberList;
import io.dgas.application.port.out.universe.IndexMembershipRepository.Membership;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.application.port.out.universe.ListingRepository.Description;
import io.dgas.application.port.out.universe.ListingRepository.FormerName;
import io.dgas.application.port.out.universe.ListingRepository.Listing;
import io.dgas.application.port.out.universe.ListingRepository.Renaming;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JooqListingRepositoryTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2022-07-01T00:00:00Z");
    private static final LocalDate RENAMED = LocalDate.of(2022, 6, 9);
    private static final Instrument FB = new Instrument("FB");
    private static final Instrument META = new Instrument("META");
    private static final Renaming RENAMING = new Renaming(FB, META, RENAMED);
    private static final DateRange DATES = new DateRange(RENAMED.minusDays(1), RENAMED);

    private final ListingRepository listings = DATABASE.listings();
    private final BarRepository bars = DATABASE.bars(TradingCalendar.nyse());

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Description described(Instrument instrument, String name) {
        return new Description(
                instrument, Optional.of(name), Optional.of("NASDAQ"), Optional.of(LocalDate.of(2012, 5, 18)));
    }

    private Listing listing(Instrument instrument) {
        return listings.all().stream()
                .filter(one -> one.description().instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private static BarSeries bars(Instrument instrument, LocalDate first, LocalDate last, long seed) {
        return MarketBars.of(instrument.symbol(), Timeframe.M30, first, last, seed);
    }

    private void store(BarSeries series) {
        bars.store(new BarBatch(BarSource.INTRADAY, NOW.minusSeconds(60), List.of(series)));
    }

    private List<String> stored(Instrument instrument) {
        BarSeries found =
                bars.load(Set.of(instrument), Timeframe.M30, NOW, 1_000).get(instrument);
        return found == null ? List.of() : values(found);
    }

    /** Without the name. */
    private static List<String> values(BarSeries series) {
        return MarketBars.lines(series).stream()
                .map(line -> line.substring(line.indexOf(' ')))
                .toList();
    }

    @Test
    void remembersWhatItIsTold() {
        assertThat(listings.describe(List.of(described(FB, "Facebook")))).isEqualTo(1);
        assertThat(listings.describe(List.of(described(FB, "Facebook")))).isZero();
        Description less = new Description(FB, Optional.of("Meta"), Optional.empty(), Optional.empty());
        assertThat(listings.describe(List.of(less))).isEqualTo(1);
        assertThat(listing(FB).description()).isEqualTo(described(FB, "Meta"));
        assertThat(listing(FB).isActive()).isFalse();
        assertThat(listing(FB).formerNames()).isEmpty();
        DATABASE.symbols().activate(Set.of(FB));
        assertThat(listing(FB).isActive()).isTrue();
    }

    @Test
    void aDelistedSymbolKeepsItsBars() {
        BarSeries history = bars(FB, DATES.first(), DATES.last(), 1);
        store(history);
        assertThat(listings.delist(Map.of(FB, DATES.last()))).isEqualTo(1);
        assertThat(listings.delist(Map.of(FB, DATES.last()))).isZero();
        assertThat(listing(FB).delistedOn()).contains(DATES.last());
        assertThat(listing(FB).isActive()).isFalse();
        assertThat(stored(FB)).isEqualTo(values(history));
        assertThatThrownBy(() -> listings.delist(Map.of(META, DATES.last())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not in the universe: META");
    }

    @Test
    void aRenamedSymbolsHistoryIsReadUnderItsNewName() {
        BarSeries history = bars(FB, DATES.first(), DATES.last(), 1);
        store(history);
        listings.rename(RENAMING, NOW);
        assertThat(stored(META)).isEqualTo(values(history));
        assertThat(stored(FB)).isEmpty();
        assertThat(listing(META).isActive()).isTrue();
        assertThat(listing(META).formerNames()).containsExactly(new FormerName(FB, RENAMED));
        Instrument next = new Instrument("NEXT");
        listings.rename(new Renaming(META, next, RENAMED.plusDays(9)), NOW);
        assertThat(listing(next).formerNames())
                .containsExactly(new FormerName(META, RENAMED.plusDays(9)), new FormerName(FB, RENAMED));
        assertThat(stored(next)).isEqualTo(values(history));
    }

    @Test
    void anOldNameCanBecomeAnothersName() {
        store(bars(FB, DATES.first(), DATES.last(), 1));
        listings.rename(RENAMING, NOW);
        BarSeries another = bars(FB, RENAMED, RENAMED, 2);
        store(another);
        assertThat(stored(FB)).isEqualTo(values(another));
        assertThat(stored(META)).hasSize(26);
    }

    @Test
    void twoThatAreOneBecomeOne() {
        BarSeries old = bars(FB, DATES.first(), DATES.last(), 1);
        BarSeries present = bars(META, DATES.last(), DATES.last(), 2);
        store(old);
        store(present);
        DATABASE.symbols().deactivate(Set.of(META));
        listings.describe(List.of(described(FB, "Facebook")));
        listings.rename(RENAMING, NOW);
        assertThat(stored(META).subList(0, 13)).isEqualTo(values(old).subList(0, 13));
        assertThat(stored(META).subList(13, 26)).isEqualTo(values(present));
        assertThat(listing(META).description()).isEqualTo(described(META, "Facebook"));
        assertThat(listing(META).isActive()).isTrue();
        assertThat(listings.all()).hasSize(1);
        assertThat(TestDatabase.rows(
                        DATABASE,
                        "select count(*), min(close), bool_and(superseded_at = '" + NOW
                                + "') from market_data_revisions r join market_symbols on id = symbol_id"
                                + " where symbol = 'META' and \"timestamp\" = '" + old.openTime(13) + "'"))
                .containsExactly("1 " + old.close(13) + " t");
        assertThat(TestDatabase.rows(DATABASE, "select count(*) from market_data_history"))
                .containsExactly("39");
    }

    @Test
    void allThatIsKnownOfTheOldNameComesAlong() {
        store(bars(FB, DATES.first(), DATES.first(), 1));
        store(bars(META, DATES.last(), DATES.last(), 2));
        DATABASE.corporateActions().store(List.of(new CorporateAction.Split(FB, RENAMED, NOW, 2)));
        DATABASE.coverageLedger()
                .expect(Timeframe.M30, PostgresCoverageLedgerTest.sessions(Timeframe.M30, DATES), Set.of(FB, META));
        Instant last = bars(FB, DATES.last(), DATES.last(), 1).openTime(12);
        SymbolSession line = new SymbolSession(FB, Timeframe.M30, DATES.last());
        DATABASE.coverageLedger().explain(List.of(new Absence(line, last, AbsenceReason.HALT)), NOW);
        Quarantine quarantine = new Quarantine(new JumpKey(FB, last), NOW, 0.5, "jump", Optional.empty());
        DATABASE.quarantines().open(List.of(quarantine));
        listings.rename(RENAMING, NOW);
        assertThat(Objects.requireNonNull(
                        DATABASE.corporateActions().knownBy(NOW, Set.of(META)).get(META)))
                .hasSize(1);
        assertThat(DATABASE.quarantines().inForce(NOW))
                .extracting(one -> one.jump().instrument())
                .containsExactly(META);
        assertThat(DATABASE.coverageView().lines(LedgerScope.of(Timeframe.M30, DATES)))
                .extracting(Line::count)
                .containsExactly(new Count(13, 13, 13, 0), new Count(13, 13, 13, 0));
        assertThat(orphans()).containsExactly("0");
    }

    /** Rows whose symbol is gone. */
    private static List<String> orphans() {
        return TestDatabase.rows(DATABASE, """
                select count(*) from (
                  select symbol_id from market_data union all select symbol_id from market_data_revisions
                  union all select symbol_id from coverage union all select symbol_id from coverage_absences) as rows
                where not exists (select from market_symbols where id = symbol_id)""");
    }

    @Test
    void aMemberStaysOneAcrossARenaming() {
        LocalDate joined = LocalDate.of(2013, 12, 23);
        DATABASE.indexMembers()
                .replace(new MemberList("SP500", RENAMED.minusDays(9), Map.of(FB, Optional.of(joined)), "a page"), NOW);
        DATABASE.indexMembers()
                .replace(new MemberList("SP500", RENAMED, Map.of(META, Optional.empty()), "another page"), NOW);
        listings.rename(RENAMING, NOW);
        assertThat(DATABASE.indexMembers().history("SP500"))
                .containsExactly(new Membership(META, joined, Optional.empty(), "another page"));
    }

    @Test
    void namesASymbolThatIsNotKnown() {
        assertThatThrownBy(() -> listings.rename(RENAMING, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not in the universe: FB");
    }
}
