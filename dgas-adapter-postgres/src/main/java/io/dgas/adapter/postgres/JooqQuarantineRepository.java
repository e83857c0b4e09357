package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Quarantines in the table of that name. */
final class JooqQuarantineRepository implements QuarantineRepository {

    private static final String COLUMNS = "symbol, jump_open, since, ratio, reason, lifted_at, lifted_why";

    private static final String OPEN = """
            with opened as (
              insert into quarantines (symbol_id, jump_open, since, ratio, reason)
              select distinct on (symbol_id, jump_open) *
              from unnest(?::integer[], ?::timestamptz[], ?::timestamptz[], ?::double precision[], ?::text[])
                as given (symbol_id, jump_open, since, ratio, reason)
              on conflict do nothing
              returning *)
            select %s from opened join market_symbols on id = symbol_id
            order by symbol, jump_open""".formatted(COLUMNS);

    private static final String LIFT = """
            with lifted as (
              update quarantines q set lifted_at = greatest(since, ?::timestamptz), lifted_why = ?
              from unnest(?::text[], ?::timestamptz[]) as given (symbol, jump_open)
              join market_symbols on market_symbols.symbol = given.symbol
              where q.symbol_id = market_symbols.id and q.jump_open = given.jump_open and q.lifted_at is null
              returning q.*)
            select %s from lifted join market_symbols on id = symbol_id
            order by symbol, jump_open""".formatted(COLUMNS);

    private static final String IN_FORCE = """
            select %s from quarantines join market_symbols on id = symbol_id
            where since <= ?::timestamptz and (lifted_at is null or lifted_at > ?::timestamptz)
            order by symbol, jump_open""".formatted(COLUMNS);

    private static final String OF = """
            select %s from quarantines join market_symbols on id = symbol_id
            where symbol = ? order by jump_open""".formatted(COLUMNS);

    private final Database database;

    JooqQuarantineRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Quarantine> open(List<Quarantine> quarantines) {
        return database.inTransaction("setting aside " + quarantines.size() + " symbols", connection -> {
            Map<Instrument, Integer> ids = SymbolIds.ofKnown(
                    connection,
                    quarantines.stream().map(one -> one.jump().instrument()).collect(Collectors.toSet()));
            return Database.jooq(connection)
                    .fetch(
                            OPEN,
                            quarantines.stream()
                                    .map(one -> ids.getOrDefault(one.jump().instrument(), 0))
                                    .toArray(Integer[]::new),
                            times(quarantines, one -> one.jump().openTime()),
                            times(quarantines, Quarantine::since),
                            quarantines.stream().map(Quarantine::ratio).toArray(Double[]::new),
                            quarantines.stream().map(Quarantine::reason).toArray(String[]::new))
                    .map(JooqQuarantineRepository::quarantine);
        });
    }

    @Override
    public List<Quarantine> lift(List<JumpKey> jumps, String why, Instant at) {
        String[] symbols =
                jumps.stream().map(jump -> jump.instrument().symbol()).toArray(String[]::new);
        return database.withJooq(
                "lifting " + jumps.size() + " quarantines",
                jooq -> jooq.fetch(LIFT, StoredTime.of(at), why, symbols, times(jumps, JumpKey::openTime))
                        .map(JooqQuarantineRepository::quarantine));
    }

    @Override
    public List<Quarantine> inForce(Instant at) {
        Instant time = StoredTime.of(at);
        return database.withJooq(
                "quarantines in force at " + at,
                jooq -> jooq.fetch(IN_FORCE, time, time).map(JooqQuarantineRepository::quarantine));
    }

    @Override
    public List<Quarantine> of(Instrument instrument) {
        return database.withJooq(
                "quarantines of " + instrument,
                jooq -> jooq.fetch(OF, instrument.symbol()).map(JooqQuarantineRepository::quarantine));
    }

    private static <T> Instant[] times(List<T> rows, Function<T, Instant> time) {
        return rows.stream().map(row -> StoredTime.of(time.apply(row))).toArray(Instant[]::new);
    }

    private static Quarantine quarantine(Record found) {
        return new Quarantine(
                new JumpKey(new Instrument(found.get("symbol", String.class)), found.get("jump_open", Instant.class)),
                found.get("since", Instant.class),
                found.get("ratio", Double.class),
                found.get("reason", String.class),
                lifting(found.get("lifted_at", Instant.class), found.get("lifted_why", String.class)));
    }

    private static Optional<Lifting> lifting(@Nullable Instant at, @Nullable String why) {
        return at == null || why == null ? Optional.empty() : Optional.of(new Lifting(at, why));
    }
}
