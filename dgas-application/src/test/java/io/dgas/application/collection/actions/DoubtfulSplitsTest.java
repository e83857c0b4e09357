package io.dgas.application.collection.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.collection.fake.MemoryActions;
import io.dgas.application.collection.fake.MemoryQuarantines;
import io.dgas.application.collection.fake.ScriptedVendor;
import io.dgas.application.port.out.collection.QuarantineRepository.JumpKey;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoubtfulSplitsTest {

    private static final Instrument APPLE = new Instrument("AAPL");
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Instant OPEN = Instant.parse("2026-06-01T13:30:00Z");
    private static final Instant NIGHT = Instant.parse("2026-06-02T04:00:00Z");
    private static final Instant NOON = NIGHT.plus(Duration.ofHours(12));
    private static final Split TOLD = new Split(APPLE, MONDAY, OPEN, 4);
    private static final Split WITHDRAWN = new Split(APPLE, MONDAY, NOON, 1);

    private final ScriptedVendor vendor = new ScriptedVendor();
    private final MemoryActions actions = new MemoryActions();
    private final MemoryQuarantines quarantines = new MemoryQuarantines();
    private final DoubtfulSplits doubtful = new DoubtfulSplits(vendor, actions, quarantines, TradingCalendar.nyse());

    private void isAside(double ratio) {
        quarantines.open(List.of(new Quarantine(new JumpKey(APPLE, OPEN), NIGHT, ratio, "a jump", Optional.empty())));
    }

    private int withdraw(Instant now) {
        return doubtful.withdraw(Set.of(APPLE), now);
    }

    private List<CorporateAction> known(Instant asOf) {
        return actions.knownBy(asOf, Set.of(APPLE)).getOrDefault(APPLE, List.of());
    }

    @Test
    void whatTheVendorTwiceDoesNotTellIsWithdrawnFromThenOn() {
        actions.store(List.of(TOLD));
        isAside(4.1);
        assertThat(withdraw(NIGHT)).isZero();
        assertThat(withdraw(NOON.minusSeconds(1)))
                .as("it is not asked in between")
                .isZero();
        assertThat(vendor.asked()).containsExactly("splits AAPL");
        assertThat(withdraw(NOON)).isEqualTo(1);
        assertThat(known(NOON.minusNanos(1))).containsExactly(TOLD);
        assertThat(known(NOON)).containsExactly(WITHDRAWN);
        assertThat(withdraw(NOON.plus(Duration.ofDays(1)))).isZero();
        assertThat(vendor.asked()).hasSize(2);
    }

    @Test
    void whatTheVendorStandsByStays() {
        actions.store(List.of(TOLD));
        isAside(4);
        assertThat(withdraw(NIGHT)).isZero();
        vendor.has(APPLE, new SplitNotice(MONDAY, 4));
        assertThat(withdraw(NOON)).isZero();
        vendor.refuses(question -> Optional.of(new VendorAnswer.Broken<>("broken")));
        assertThat(withdraw(NOON.plus(Duration.ofDays(1)))).isZero();
        assertThat(known(Instant.MAX)).containsExactly(TOLD);
    }

    /** One empty answer may be a bad one. */
    @Test
    void oneSilenceIsForgottenWhenTheVendorTellsTheSplitAgain() {
        actions.store(List.of(TOLD));
        isAside(4);
        withdraw(NIGHT);
        vendor.has(APPLE, new SplitNotice(MONDAY, 4));
        withdraw(NOON);
        vendor.refuses(question ->
                Optional.of(new VendorAnswer.Data<>(new VendorRows<>(List.of(), new RowReport(Map.of(), List.of())))));
        assertThat(withdraw(NOON.plus(Duration.ofDays(1)))).isZero();
        assertThat(withdraw(NOON.plus(Duration.ofDays(2)))).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNotSilence() {
        actions.store(List.of(TOLD));
        isAside(4);
        vendor.leavesOutUntraded(1);
        withdraw(NIGHT);
        assertThat(withdraw(NOON)).isZero();
    }

    @Test
    void aQuestionWithoutAnAnswerIsAskedAgainAfterAWhile() {
        actions.store(List.of(TOLD));
        isAside(4);
        vendor.refuses(question -> Optional.of(new VendorAnswer.Broken<>("broken")));
        withdraw(NIGHT);
        withdraw(NIGHT.plusSeconds(899));
        assertThat(vendor.asked()).hasSize(1);
        withdraw(NIGHT.plusSeconds(900));
        assertThat(vendor.asked()).hasSize(2);
    }

    @Test
    void aJumpThatTheSplitDidNotMakeIsNoDoubt() {
        actions.store(List.of(TOLD));
        isAside(0.25);
        withdraw(NIGHT);
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void asksNothingAboutAnotherDayOrAnotherSymbolOrNobodyAside() {
        actions.store(List.of(TOLD));
        withdraw(NIGHT);
        actions.store(List.of(new Split(APPLE, LocalDate.of(2026, 5, 29), OPEN, 4)));
        isAside(4);
        doubtful.withdraw(Set.of(new Instrument("IBM")), NIGHT);
        assertThat(vendor.asked()).isEmpty();
        withdraw(NIGHT);
        assertThat(vendor.asked()).as("about that of Monday").hasSize(1);
    }
}
