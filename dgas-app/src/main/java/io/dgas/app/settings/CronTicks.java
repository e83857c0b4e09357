package io.dgas.app.settings;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.dgas.application.schedule.TickRule;
import java.time.Instant;
import java.time.ZoneId;

/** Ticks by a cron expression in a zone, summer time included. */
final class CronTicks implements TickRule {

    private final CronSchedule schedule;

    CronTicks(CronExpression expression, ZoneId zone) {
        schedule = Schedules.cron("0 " + expression.text(), zone);
    }

    @Override
    public Instant after(Instant time) {
        return schedule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(time));
    }
}
