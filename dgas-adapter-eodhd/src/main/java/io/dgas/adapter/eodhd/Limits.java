package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.CallBudget.Permit;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Keeps requests within the budget, and tells the budget what the vendor says of it. */
final class Limits {

    /** The vendor counts by the minute; what takes longer than that is for the caller to decide. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final CallBudget budget;
    private final Pacing pacing;

    Limits(Pacing pacing) {
        this.budget = pacing.budget();
        this.pacing = pacing;
    }

    /** Returns when the request may be sent, or with the answer when it may not. */
    Optional<VendorAnswer<JsonNode>> refusal(EodhdRequest request) throws InterruptedException {
        while (true) {
            switch (budget.ask(request.calls(), now())) {
                case Permit.Granted granted -> {
                    return Optional.empty();
                }
                case Permit.Spent spent -> {
                    return Optional.of(new VendorAnswer.QuotaUsedUp<>(
                            request + ": not asked, the calls of the day are spent until " + spent.until()));
                }
                case Permit.Wait wait -> {
                    if (wait.duration().compareTo(LONGEST_WAIT) > 0) {
                        return Optional.of(new VendorAnswer.RateLimited<>(wait.duration()));
                    }
                    pacing.sleeper().sleep(wait.duration());
                }
            }
        }
    }

    void headers(HttpHeaders headers) {
        OptionalLong limit = number(headers, "X-RateLimit-Limit");
        OptionalLong remaining = number(headers, "X-RateLimit-Remaining");
        if (limit.isPresent() && remaining.isPresent()) {
            budget.observed(limit.getAsLong(), remaining.getAsLong(), now());
        }
    }

    void answer(VendorAnswer<JsonNode> answer) {
        if (answer instanceof VendorAnswer.RateLimited<JsonNode> limited) {
            budget.refused(limited.retryAfter(), now());
        } else if (answer instanceof VendorAnswer.QuotaUsedUp<JsonNode>) {
            budget.spent(now());
        }
    }

    void account(VendorAccount account) {
        budget.settle(account, now());
    }

    private Instant now() {
        return pacing.clock().instant();
    }

    private static OptionalLong number(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }
}
