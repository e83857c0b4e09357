package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.GENERATED_SIGNALS;
import static io.dgas.adapter.postgres.jooq.Tables.NOTICES;

import io.dgas.application.port.out.notice.Announcement;
import io.dgas.domain.signal.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** Announcements as rows of table {@code notices}, in the transaction of whoever stores their signals. */
record NoticeRows(DSLContext jooq, Instant createdAt) {

    /** Stores those that are new; returns how many. */
    int insert(List<Announcement> announcements) {
        int inserted = 0;
        for (Announcement announcement : announcements) {
            Long[] ids = announcement.signals().stream().map(this::id).toArray(Long[]::new);
            inserted += jooq.insertInto(NOTICES)
                    .set(NOTICES.NOTICE, announcement.notice().text())
                    .set(NOTICES.CHANNEL_KIND, announcement.channel().kind())
                    .set(NOTICES.CHANNEL, announcement.channel().address())
                    .set(NOTICES.KIND, announcement.kind().name())
                    .set(NOTICES.SIGNAL_IDS, ids)
                    .set(NOTICES.CREATED_AT, StoredTime.of(createdAt))
                    .set(NOTICES.NEXT_TRY_AT, StoredTime.of(createdAt))
                    .set(NOTICES.EXPIRES_AT, StoredTime.of(announcement.expiresAt()))
                    .onConflictDoNothing()
                    .execute();
            mark(announcement, ids);
        }
        return inserted;
    }

    private long id(SignalId signal) {
        Long id = jooq.select(GENERATED_SIGNALS.ID)
                .from(GENERATED_SIGNALS)
                .where(GENERATED_SIGNALS.SYMBOL.eq(signal.instrument().symbol()))
                .and(GENERATED_SIGNALS.TRADING_INTERVAL.eq(signal.trading().code()))
                .and(GENERATED_SIGNALS.SIGNAL_TIMESTAMP.eq(StoredTime.of(signal.completedAt())))
                .and(GENERATED_SIGNALS.SIGNAL_TYPE.eq(signal.type().name()))
                .and(GENERATED_SIGNALS.SET_UP.eq(signal.setUp().name()))
                .fetchOne(GENERATED_SIGNALS.ID);
        return Objects.requireNonNull(id, () -> signal + " is announced and not stored");
    }

    private void mark(Announcement announcement, Long[] ids) {
        jooq.update(GENERATED_SIGNALS)
                .set(GENERATED_SIGNALS.IS_ANNOUNCED, true)
                .set(GENERATED_SIGNALS.EXPIRES_AT, StoredTime.of(announcement.expiresAt()))
                .where(GENERATED_SIGNALS.ID.in(ids))
                .execute();
    }
}
