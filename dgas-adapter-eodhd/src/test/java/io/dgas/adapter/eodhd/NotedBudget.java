package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A budget that notes what it is told and gives the permits it was given, else all. */
record NotedBudget(List<String> told, Deque<Permit> permits) implements CallBudget {

    NotedBudget(List<String> told) {
        this(told, new ArrayDeque<>());
    }

    @Override
    public Permit ask(int calls, Instant now) {
        told.add("ask " + calls);
        return permits.isEmpty() ? new Permit.Granted() : permits.removeFirst();
    }

    @Override
    public void observed(long perMinute, long remaining, Instant now) {
        told.add("observed " + perMinute + " " + remaining);
    }

    @Override
    public void refused(Duration retryAfter, Instant now) {
        told.add("refused " + retryAfter);
    }

    @Override
    public void spent(Instant now) {
        told.add("spent");
    }

    @Override
    public void settle(VendorAccount account, Instant now) {
        told.add("settle " + account.usedToday());
    }
}
