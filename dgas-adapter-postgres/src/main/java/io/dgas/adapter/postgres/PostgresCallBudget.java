package io.dgas.adapter.postgres;

import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jooq.Record;

/**
 * The budget in table {@code call_budgets}: one row, locked for the one statement of each question, so that all processes
 * of the database draw on the same. Requests are remembered by the second. A request is granted when fewer than the limit
 * were in its own second, the 60 before and the 60 after, hence no span of 60 seconds ever holds more, in whatever order
 * the questions come, while clocks differ by less than a minute. A clock that is further off is not believed.
 *
 * <p>Who has to wait is promised the next second in which a request may leave that was not promised before, and nobody
 * else takes it. A thread is known again by its number.
 */
final class PostgresCallBudget implements CallBudget {

    /** What all questions begin with. Parameters: account, now, its second, its date (UTC), limits a minute and a day. */
    private static final String HELD = """
            with held as materialized (select * from call_budgets where account = ? for update),
            asked as (
              select ?::timestamptz as now, ?::bigint as second, ?::date as today, ?::bigint as minute_setting,
                ?::bigint as day_setting),
            known as materialized (
              select s, r from held, asked, unnest(seconds, requests) as u (s, r)
              where s between second - 120 and second + 120),
            recent as materialized (
              select s, r from known, asked where s between second - 60 and second + 60),
            limits as materialized (
              select least(minute_setting, vendor_minute) as per_minute, least(day_setting, vendor_daily) as per_day,
                case when used_on between today and today + 1 then used else 0 end as used_today,
                (select coalesce(sum(r), 0) from recent) as total
              from held, asked)""";

    /**
     * Parameters of its own: the calls, and who asks. A promise is kept for three seconds, and none is given for later than
     * ten minutes. Of the requests and promises in order of time, the one to follow is that after which as many are left as
     * the limit allows, this one included.
     */
    private static final String ASK = HELD + """
            ,
            wish as (select ?::bigint as calls, ?::bigint as asker),
            promises as materialized (
              select p, who from held, asked, unnest(promised, promised_to) as u (p, who)
              where p between second - 3 and second + 600),
            others as materialized (select p, who from promises, wish where who <> asker),
            queue as materialized (
              select (select count(*) from others) as ahead,
                (select min(p) from promises, wish where who = asker) as mine,
                (select min(s) + 61 from (
                  select s, sum(r) over (order by s) as gone
                  from (select s, r from recent union all select p, 1 from others) as u) as leaving, limits
                 where gone > total - per_minute + (select count(*) from others)) as following
              from asked),
            judged as materialized (
              select case when spent_on = today or used_today + calls > per_day then 'SPENT'
                  when silent_until > now then 'SILENT'
                  when total < per_minute and (mine <= second or total + ahead < per_minute) then 'GRANTED'
                  else 'WAIT' end as verdict,
                least(case when mine > second then mine else following end, second + 600) as free
              from held, asked, wish, limits, queue),
            after as (
              select array_agg(s order by s) as seconds, array_agg(r order by s) as requests
              from (select s, sum(r)::integer as r
                from (select s, r from known union all select second, 1 from asked, judged where verdict = 'GRANTED') as u
                group by s) as bucket),
            kept as (
              select array_agg(p) as promised, array_agg(who) as promised_to
              from (select p, who from others union all select free, asker from wish, judged where verdict = 'WAIT') as u)
            update call_budgets b
            set used_on = case when b.used_on = today + 1 then b.used_on else today end,
              used = used_today + case when verdict = 'GRANTED' then calls else 0 end,
              seconds = coalesce(after.seconds, '{}'), requests = coalesce(after.requests, '{}'),
              promised = coalesce(kept.promised, '{}'), promised_to = coalesce(kept.promised_to, '{}')
            from asked, wish, limits, judged, after, kept, held
            where b.account = held.account
            returning verdict, case when verdict = 'SILENT' then b.silent_until else to_timestamp(free) end as until""";

    /** Parameters of its own: requests a minute by the vendor, requests left. What we do not know of, others asked for. */
    private static final String OBSERVE = HELD + """
            ,
            said as (select ?::bigint as minute_said, ?::bigint as remaining),
            foreigners as materialized (
              select greatest(least(minute_setting, minute_said) - total - remaining, 0)::integer as more
              from limits, said, asked),
            after as (
              select array_agg(s order by s) as seconds, array_agg(r order by s) as requests
              from (select s, sum(r)::integer as r
                from (select s, r from known union all select second, more from asked, foreigners where more > 0) as u
                group by s) as bucket)
            update call_budgets b
            set vendor_minute = minute_said, seconds = coalesce(after.seconds, '{}'),
              requests = coalesce(after.requests, '{}')
            from said, after, held
            where b.account = held.account""";

    private static final String REFUSED = """
            update call_budgets set silent_until = greatest(silent_until, ?::timestamptz) where account = ?""";

    private static final String SPENT = "update call_budgets set spent_on = ?::date where account = ?";

    /** Parameters of its own: date, calls used and allowed by the vendor's count. More allowed than before lifts "spent". */
    private static final String SETTLE = HELD + """
            ,
            said as (select ?::date as day_said, ?::bigint as used_said, ?::bigint as daily_said)
            update call_budgets b
            set used_on = case when b.used_on = today + 1 then b.used_on else today end,
              used = case when day_said = today then greatest(used_today, used_said) else used_today end,
              spent_on = case when daily_said > b.vendor_daily then null else b.spent_on end, vendor_daily = daily_said
            from asked, said, limits, held
            where b.account = held.account""";

    private static final String OPEN = "insert into call_budgets (account) values (?) on conflict do nothing";

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private final Database database;
    private final CallLimits limits;
    /** Tells the threads of one budget from those of another, here or elsewhere. */
    private final long salt = ThreadLocalRandom.current().nextLong() >> 1;

    private final AtomicLong minuteSaid = new AtomicLong(-1);

    PostgresCallBudget(Database database, CallLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    @Override
    public Permit ask(int calls, Instant now) {
        if (calls < 0) {
            throw new IllegalArgumentException("a request cannot cost " + calls + " calls");
        }
        Record answer = onRow("asking for a request", jooq -> jooq.fetchOptional(ASK, held(now, calls, asker())));
        return switch (answer.get("verdict", String.class)) {
            case "GRANTED" -> new Permit.Granted();
            case "SPENT" ->
                new Permit.Spent(
                        dateOf(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            default -> waiting(Duration.between(now, answer.get("until", Instant.class)));
        };
    }

    private long asker() {
        return salt + Thread.currentThread().threadId();
    }

    private static Permit waiting(Duration wait) {
        return new Permit.Wait(wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
    }

    @Override
    public void observed(long perMinute, long remaining, Instant now) {
        if (perMinute <= 0 || remaining < 0) {
            return;
        }
        boolean isKnown = minuteSaid.getAndSet(perMinute) == perMinute;
        if (!isKnown || remaining < limits.requestsPerMinute()) {
            change("noting what the vendor allows", OBSERVE, held(now, perMinute, remaining));
        }
    }

    @Override
    public void refused(Duration retryAfter, Instant now) {
        change("noting that the vendor refused", REFUSED, StoredTime.of(now.plus(retryAfter)), limits.account());
    }

    @Override
    public void spent(Instant now) {
        change("noting that the day's calls are spent", SPENT, dateOf(now), limits.account());
    }

    @Override
    public void settle(VendorAccount account, Instant now) {
        change(
                "settling the day's calls",
                SETTLE,
                held(now, account.date(), account.usedToday(), account.dailyLimit() + account.extraLimit()));
    }

    private void change(String asked, String statement, Object... parameters) {
        onRow(asked, jooq -> Optional.of(jooq.execute(statement, parameters)).filter(rows -> rows > 0));
    }

    /** Works on the account's row, which the first to ask makes. */
    private <T> T onRow(String asked, Database.JooqWork<Optional<T>> work) {
        return database.alone(
                        asked,
                        jooq -> work.on(jooq).or(() -> {
                            jooq.execute(OPEN, limits.account());
                            return work.on(jooq);
                        }))
                .orElseThrow();
    }

    /** The parameters of a statement that begins with {@link #HELD}. */
    private Object[] held(Instant now, Object... own) {
        Instant stored = StoredTime.of(now);
        Stream<Object> common = Stream.of(
                limits.account(),
                stored,
                stored.getEpochSecond(),
                dateOf(now),
                limits.requestsPerMinute(),
                limits.callsPerDay());
        return Stream.concat(common, Stream.of(own)).toArray();
    }

    private static LocalDate dateOf(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
