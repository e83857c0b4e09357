package io.dgas.simulator.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts by token. */
public final class Accounts {

    private final Map<String, Account> accounts = new HashMap<>();
    private final CallLog log = new CallLog();

    public Accounts(List<Plan> plans, Instant start) {
        plans.forEach(plan -> accounts.put(plan.token(), new Account(plan, log, start)));
    }

    public Optional<Account> find(String token) {
        return Optional.ofNullable(accounts.get(token));
    }

    public CallLog log() {
        return log;
    }
}
