package io.dgas.app.scheduler;

import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Report;
import io.dgas.application.port.out.notice.Reports;
import io.dgas.application.report.DailyReport;
import io.dgas.application.report.DailyTime;
import io.dgas.application.report.DailyTime.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Puts the digest of each day among the notices, once, whoever does it: what is stored is the only memory. */
final class ReportLoop implements Runnable {

    private static final String DIGEST = "daily digest";
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);
    private static final Duration TOLD_WITHIN = Duration.ofHours(12);

    private final Means means;
    private final InstantSource clock;
    private final Problems problems;
    private final StopSignal stop;
    private Optional<LocalDate> done = Optional.empty();

    /**
     * What is told, when and to whom.
     *
     * @param status how all stands
     */
    record Means(
            DailyTime time,
            Supplier<SystemStatus> status,
            DailyReport report,
            Reports reports,
            Set<Channel> channels) {}

    ReportLoop(Means means, InstantSource clock, Problems problems, StopSignal stop) {
        this.means = means;
        this.clock = clock;
        this.problems = problems;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.isGiven()) {
            Instant now = clock.instant();
            try {
                step(now);
                problems.end(DIGEST);
                stop.await(STEP);
            } catch (RuntimeException failed) {
                problems.begin(DIGEST, String.valueOf(failed.getMessage()), now);
                stop.await(AFTER_FAILURE);
            }
        }
    }

    private void step(Instant now) {
        Optional<Due> due = means.time().due(now).filter(day -> !done.equals(Optional.of(day.day())));
        if (due.isPresent()) {
            NoticeId id = new NoticeId(DIGEST + " " + due.get().day());
            if (!means.reports().isPut(id)) {
                means.reports().put(report(id, due.get()), now);
            }
            done = due.map(Due::day);
        }
    }

    private Report report(NoticeId id, Due due) {
        String words = means.report().write(due, means.status().get());
        return new Report(id, words, means.channels(), due.at().plus(TOLD_WITHIN));
    }
}
