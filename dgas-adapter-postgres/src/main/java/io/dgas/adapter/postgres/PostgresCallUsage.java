package io.dgas.adapter.postgres;

import io.dgas.application.port.out.vendor.CallUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jooq.Record;

/** Reads what {@link PostgresCallBudget} keeps, and locks nothing. */
record PostgresCallUsage(Database database, String account) implements CallUsage {

    private static final String READ =
            "select used_on, used, spent_on, vendor_daily from call_budgets where account = ?";

    @Override
    public Day on(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return database.alone("the calls of the day", jooq -> jooq.fetchOptional(READ, account))
                .map(row -> day(row, today))
                .orElse(new Day(0, OptionalLong.empty(), false));
    }

    private static Day day(Record row, LocalDate today) {
        boolean isOfToday = today.equals(row.get("used_on", LocalDate.class));
        OptionalLong limit = Stream.ofNullable(row.get("vendor_daily", Long.class))
                .mapToLong(Long::longValue)
                .findFirst();
        boolean isSpent = Optional.ofNullable(row.get("spent_on", LocalDate.class))
                .filter(today::equals)
                .isPresent();
        return new Day(isOfToday ? row.get("used", Long.class) : 0, limit, isSpent);
    }
}
