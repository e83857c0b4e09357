package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.application.port.out.universe.IndexMembershipRepository.Change;
import io.dgas.application.port.out.universe.IndexMembershipRepository.MemberList;
import io.dgas.application.port.out.universe.IndexMembershipRepository.Membership;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JooqIndexMembershipRepositoryTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate SECOND = FIRST.plusDays(7);
    private static final Instrument A = new Instrument("A");
    private static final Instrument B = new Instrument("B");
    private static final Instrument C = new Instrument("C");

    private final IndexMembershipRepository members = DATABASE.indexMembers();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private Change replace(LocalDate date, Instrument... present) {
        return replace(
                date, Arrays.stream(present).collect(Collectors.toMap(member -> member, member -> Optional.empty())));
    }

    private Change replace(LocalDate date, Map<Instrument, Optional<LocalDate>> present) {
        return members.replace(new MemberList("SP500", date, present, "page of " + date), NOW);
    }

    private static Membership membership(Instrument instrument, LocalDate from, LocalDate to) {
        return new Membership(instrument, from, Optional.of(to), "page of " + from);
    }

    @Test
    void closesThoseGoneAndOpensTheNew() {
        assertThat(replace(FIRST, A, B)).isEqualTo(new Change(Set.of(A, B), Set.of()));
        assertThat(replace(SECOND, B, C)).isEqualTo(new Change(Set.of(C), Set.of(A)));
        assertThat(replace(SECOND, B, C)).isEqualTo(new Change(Set.of(), Set.of()));
        assertThat(members.membersOn("SP500", FIRST.minusDays(1))).isEmpty();
        assertThat(members.membersOn("SP500", FIRST)).containsExactlyInAnyOrder(A, B);
        assertThat(members.membersOn("SP500", SECOND.minusDays(1))).containsExactlyInAnyOrder(A, B);
        assertThat(members.membersOn("SP500", SECOND)).containsExactlyInAnyOrder(B, C);
        assertThat(members.history("SP500"))
                .containsExactly(
                        membership(A, FIRST, SECOND),
                        new Membership(B, FIRST, Optional.empty(), "page of " + FIRST),
                        new Membership(C, SECOND, Optional.empty(), "page of " + SECOND));
    }

    @Test
    void believesASourceThatKnowsSinceWhen() {
        LocalDate since = LocalDate.of(1999, 3, 1);
        replace(FIRST, Map.of(A, Optional.of(since), B, Optional.of(FIRST.plusDays(1))));
        assertThat(members.history("SP500")).extracting(Membership::from).containsExactly(since, FIRST);
        replace(SECOND, B);
        replace(SECOND.plusDays(7), Map.of(A, Optional.of(since), B, Optional.empty()));
        assertThat(members.history("SP500"))
                .extracting(Membership::from)
                .as("who left cannot have been a member all the time")
                .containsExactly(since, SECOND, FIRST);
    }

    @Test
    void aListOfTheSameDateCorrects() {
        replace(FIRST, A, B);
        assertThat(replace(SECOND, B, C)).isEqualTo(new Change(Set.of(C), Set.of(A)));
        assertThat(replace(SECOND, A, B)).isEqualTo(new Change(Set.of(A), Set.of(C)));
        assertThat(members.history("SP500"))
                .extracting(Membership::instrument, Membership::from, Membership::to)
                .containsExactly(tuple(A, FIRST, Optional.empty()), tuple(B, FIRST, Optional.empty()));
    }

    @Test
    void indicesDoNotDisturbEachOther() {
        replace(FIRST, A, B);
        members.replace(new MemberList("NASDAQ100", SECOND, Map.of(C, Optional.empty()), "x"), NOW);
        assertThat(members.membersOn("SP500", SECOND)).containsExactlyInAnyOrder(A, B);
        assertThat(members.indices()).containsExactly("NASDAQ100", "SP500");
        assertThat(members.membersOn("DAX", SECOND)).isEmpty();
    }

    @Test
    void refusesListsThatWouldSpoilWhatIsKnown() {
        replace(SECOND, A, B);
        assertThatThrownBy(() -> replace(FIRST, A))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the members of SP500 are recorded until " + SECOND + "; a list of " + FIRST
                        + " comes too late");
        assertThatThrownBy(() -> replace(SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SP500 that names none");
        assertThat(members.membersOn("SP500", SECOND)).hasSize(2);
    }

    @Test
    void registersMembersWithoutActivatingThem() {
        DATABASE.symbols().activate(Set.of(A));
        replace(FIRST, A, B);
        assertThat(DATABASE.symbols().all())
                .extracting(symbol -> symbol.instrument() + " " + symbol.isActive())
                .containsExactly("A true", "B false");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyDayHasTheMembersOfItsNewestList(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<LocalDate, Set<Instrument>> lists = new TreeMap<>();
        LocalDate date = FIRST;
        for (int round = 0; round < 25; round++) {
            Set<Instrument> present = new HashSet<>(Set.of(A));
            for (int number = 0; number < 6; number++) {
                if (random.nextBoolean()) {
                    present.add(new Instrument("S" + number));
                }
            }
            replace(date, present.toArray(Instrument[]::new));
            lists.put(date, present);
            date = date.plusDays(random.nextInt(3));
        }
        for (LocalDate day = FIRST; day.isBefore(date); day = day.plusDays(1)) {
            assertThat(members.membersOn("SP500", day))
                    .as("seed %d, %s", seed, day)
                    .isEqualTo(lists.floorEntry(day).getValue());
        }
        List<Membership> history = members.history("SP500");
        assertThat(history)
                .allSatisfy(one -> assertThat(
                                one.to().isEmpty() || one.to().orElseThrow().isAfter(one.from()))
                        .isTrue());
    }
}
