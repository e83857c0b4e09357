package io.dgas.application.collection.service;

import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A budget that also tells what this process has used of it. Safe for threads. */
public final class CallMeter implements CallBudget {

    private final CallBudget budget;
    private final AtomicLong used = new AtomicLong();

    public CallMeter(CallBudget budget) {
        this.budget = budget;
    }

    /** Calls granted since the beginning. */
    public long used() {
        return used.get();
    }

    @Override
    public Permit ask(int calls, Instant now) {
        Permit permit = budget.ask(calls, now);
        if (permit instanceof Permit.Granted) {
            used.addAndGet(calls);
        }
        return permit;
    }

    @Override
    public void observed(long perMinute, long remaining, Instant now) {
        budget.observed(perMinute, remaining, now);
    }

    @Override
    public void refused(Duration retryAfter, Instant now) {
        budget.refused(retryAfter, now);
    }

    @Override
    public void spent(Instant now) {
        budget.spent(now);
    }

    @Override
    public void settle(VendorAccount account, Instant now) {
        budget.settle(account, now);
    }
}
