package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.out.vendor.CallUsage;
import java.time.Instant;

/**
 * What is left of the vendor's calls of the day.
 *
 * @param setting calls a day that the settings allow
 */
public record QuotaCheck(CallUsage usage, long setting) implements ComponentCheck {

    private static final double NEARLY = 0.9;

    @Override
    public String component() {
        return "quota";
    }

    @Override
    public ComponentStatus at(Instant now) {
        CallUsage.Day day = usage.on(now);
        long limit = Math.min(setting, day.limit().orElse(setting));
        String found = day.used() + " of " + limit + " calls of the day used";
        if (day.isSpent() || day.used() >= limit) {
            return ComponentStatus.failing(component(), found + "; nothing is asked for until 00:00 UTC");
        }
        return day.used() > NEARLY * limit
                ? ComponentStatus.warning(component(), found + "; 'dgas eodhd plan' shows what needs them")
                : ComponentStatus.ok(component(), found);
    }
}
