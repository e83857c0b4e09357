package io.dgas.adapter.postgres;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * How a database that can be reached stands to its user.
 *
 * @param user as the database knows it
 * @param isWritable whether it takes what is written: it is not a standby, and not set to read only
 * @param clock its time
 * @param lacking privileges that the user has not got, such as {@code INSERT on market_data}
 */
public record DatabaseCondition(String user, boolean isWritable, Instant clock, List<String> lacking) {

    private static final String WRITABLE_AND_CLOCK = """
            select not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off' as is_writable,
              clock_timestamp() as clock, current_user::text as user_name""";

    private static final String LACKING = """
            select privilege || ' on ' || relname as lacking
            from pg_class cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) as needed (privilege)
            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
              and not has_table_privilege(oid, privilege)
              and (relname <> 'flyway_schema_history' or privilege = 'SELECT')
            union all
            select 'TEMPORARY on the database'
            where not has_database_privilege(current_database(), 'TEMPORARY')
            union all
            select 'USAGE of a schema' where current_schema() is null
            order by lacking""";

    public DatabaseCondition {
        lacking = List.copyOf(lacking);
    }

    static DatabaseCondition of(DSLContext jooq) {
        Record found = jooq.fetchSingle(WRITABLE_AND_CLOCK);
        return new DatabaseCondition(
                found.get("user_name", String.class),
                found.get("is_writable", Boolean.class),
                found.get("clock", Instant.class),
                jooq.fetch(LACKING).getValues("lacking", String.class));
    }
}
