package io.dgas.adapter.postgres;

import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.domain.market.Instrument;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Memberships in table {@code index_members}. */
final class JooqIndexMembershipRepository implements IndexMembershipRepository {

    private static final String NEWEST = """
            select max(greatest(member_from, member_to)) from index_members where index_name = ?""";

    /** One that became a member on the very date of a list that knows nothing of it never was one. */
    private static final String FORGET = """
            delete from index_members
            where index_name = ? and member_to is null and member_from = ? and symbol_id <> all (?)
            returning symbol_id""";

    private static final String CLOSE_SPAN = """
            update index_members set member_to = ?, recorded_at = ?::timestamptz
            where index_name = ? and member_to is null and symbol_id <> all (?)
            returning symbol_id""";

    /** Nor did one ever leave that is on a list of the date on which it left. */
    private static final String REOPEN = """
            update index_members set member_to = null, recorded_at = ?::timestamptz
            where index_name = ? and member_to = ? and symbol_id = any (?)
            returning symbol_id""";

    private static final String OPEN = """
            insert into index_members (index_name, symbol_id, member_from, source, recorded_at)
            select given.index_name, id,
              greatest(least(given.since, given.date), (select max(member_to) from index_members m
                where m.index_name = given.index_name and m.symbol_id = id)),
              ?, ?::timestamptz
            from (select ?::text as index_name, ?::date as date, id, since
              from unnest(?::integer[], ?::date[]) as member (id, since)) as given
            where not exists (select from index_members m
              where m.index_name = given.index_name and m.symbol_id = id and m.member_to is null)
            returning symbol_id""";

    private static final String MEMBERS = """
            select symbol from index_members join market_symbols on id = symbol_id
            where index_name = ? and member_from <= ? and (member_to is null or member_to > ?)""";

    private static final String HISTORY = """
            select symbol, member_from, member_to, source from index_members join market_symbols on id = symbol_id
            where index_name = ? order by symbol, member_from""";

    private final Database database;

    JooqIndexMembershipRepository(Database database) {
        this.database = database;
    }

    @Override
    public Change replace(MemberList list, Instant at) {
        if (list.members().isEmpty()) {
            throw new IllegalArgumentException("a list of the members of " + list.index() + " that names none is none");
        }
        return database.inTransaction("recording the members of " + list.index(), connection -> {
            Locks.UNIVERSE.take(connection);
            return replace(connection, list, StoredTime.of(at));
        });
    }

    private static Change replace(Connection connection, MemberList list, Instant at) throws SQLException {
        DSLContext jooq = Database.jooq(connection);
        requireNotOlder(jooq, list);
        Map<Instrument, Integer> ids =
                SymbolIds.ofListed(connection, list.members().keySet());
        List<Instrument> members = List.copyOf(ids.keySet());
        Integer[] present = members.stream().map(ids::get).toArray(Integer[]::new);
        LocalDate[] since = members.stream().map(member -> since(list, member)).toArray(LocalDate[]::new);
        String index = list.index();
        LocalDate date = list.date();
        Set<Integer> left = new HashSet<>(numbers(jooq.fetch(FORGET, index, date, present)));
        left.addAll(numbers(jooq.fetch(CLOSE_SPAN, date, at, index, present)));
        Set<Integer> joined = new HashSet<>(numbers(jooq.fetch(REOPEN, at, index, date, present)));
        joined.addAll(numbers(jooq.fetch(OPEN, list.source(), at, index, date, present, since)));
        return new Change(named(jooq, joined), named(jooq, left));
    }

    private static void requireNotOlder(DSLContext jooq, MemberList list) {
        LocalDate newest = jooq.fetchSingle(NEWEST, list.index()).get(0, LocalDate.class);
        if (newest != null && newest.isAfter(list.date())) {
            throw new IllegalArgumentException("the members of " + list.index() + " are recorded until " + newest
                    + "; a list of " + list.date() + " comes too late");
        }
    }

    private static LocalDate since(MemberList list, Instrument member) {
        return Optional.ofNullable(list.members().get(member))
                .flatMap(since -> since)
                .orElse(list.date());
    }

    private static List<Integer> numbers(Result<Record> found) {
        return found.getValues(0, Integer.class);
    }

    private static Set<Instrument> named(DSLContext jooq, Set<Integer> ids) {
        return jooq.fetch("select symbol from market_symbols where id = any (?)", (Object) ids.toArray(Integer[]::new))
                .intoSet(row -> new Instrument(row.get(0, String.class)));
    }

    @Override
    public Set<Instrument> membersOn(String index, LocalDate date) {
        return database.withJooq(
                "the members of " + index + " on " + date,
                jooq -> jooq.fetch(MEMBERS, index, date, date)
                        .intoSet(row -> new Instrument(row.get(0, String.class))));
    }

    @Override
    public List<Membership> history(String index) {
        return database.withJooq(
                "the history of the members of " + index,
                jooq -> jooq.fetch(HISTORY, index)
                        .map(row -> new Membership(
                                new Instrument(row.get("symbol", String.class)),
                                row.get("member_from", LocalDate.class),
                                Optional.ofNullable(row.get("member_to", LocalDate.class)),
                                row.get("source", String.class))));
    }

    @Override
    public List<String> indices() {
        return database.withJooq(
                "the indices known",
                jooq -> jooq.fetch("select distinct index_name from index_members order by index_name")
                        .getValues(0, String.class));
    }
}
