package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.NOTICES;

import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Report;
import io.dgas.application.port.out.notice.Reports;
import java.time.Instant;
import org.jooq.DSLContext;

/** Reports as rows of table {@code notices}. */
final class JooqReports implements Reports {

    private final Database database;

    JooqReports(Database database) {
        this.database = database;
    }

    @Override
    public int put(Report report, Instant now) {
        return database.withJooq(
                "the report " + report.id(),
                jooq -> report.channels().stream()
                        .mapToInt(channel -> insert(jooq, report, channel, StoredTime.of(now)))
                        .sum());
    }

    private static int insert(DSLContext jooq, Report report, Channel channel, Instant now) {
        return jooq.insertInto(NOTICES)
                .set(NOTICES.NOTICE, report.id().text())
                .set(NOTICES.CHANNEL_KIND, channel.kind())
                .set(NOTICES.CHANNEL, channel.address())
                .set(NOTICES.KIND, Kind.REPORT.name())
                .set(NOTICES.SIGNAL_IDS, new Long[0])
                .set(NOTICES.WORDS, report.words())
                .set(NOTICES.CREATED_AT, now)
                .set(NOTICES.NEXT_TRY_AT, now)
                .set(NOTICES.EXPIRES_AT, StoredTime.of(report.expiresAt()))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public boolean isPut(NoticeId id) {
        return database.withJooq(
                "whether there is the report " + id,
                jooq -> jooq.fetchExists(
                        NOTICES, NOTICES.NOTICE.eq(id.text()).and(NOTICES.KIND.eq(Kind.REPORT.name()))));
    }
}
