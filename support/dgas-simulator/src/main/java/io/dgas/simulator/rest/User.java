package io.dgas.simulator.rest;

import io.dgas.simulator.account.Account;
import io.dgas.simulator.account.Feed;
import io.dgas.simulator.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** {@code /user} and {@code /internal-user}: the counter as the vendor shows it, at no cost. */
final class User {

    private User() {}

    static Answer brief(Account account) {
        return new Answer.Data(common(account), 0);
    }

    static Answer full(Account account) {
        ObjectNode user = common(account);
        user.put("extraLimit", 0)
                .put("subscriptionMode", account.plan().subscriptionMode())
                .put("canManageOrganizations", false);
        var feeds = user.putArray("availableDataFeeds");
        account.plan().feeds().stream()
                .filter(feed -> feed != Feed.MARKETPLACE_INDICES)
                .sorted()
                .map(Feed::vendorName)
                .forEach(feeds::add);
        marketplace(user, account);
        return new Answer.Data(user, 0);
    }

    /** An empty list where nothing of the marketplace is subscribed to. */
    private static void marketplace(ObjectNode user, Account account) {
        if (!account.plan().feeds().contains(Feed.MARKETPLACE_INDICES)) {
            user.putArray("availableMarketplaceDataFeeds");
            return;
        }
        user.putObject("availableMarketplaceDataFeeds")
                .put("dailyRateLimit", account.plan().limits().callsPerDay())
                .put("requestsSpent", account.marketplace().calls())
                .put("timeToReset", "00:00 GMT+0000")
                .putArray("subscriptions")
                .add(Feed.MARKETPLACE_INDICES.vendorName());
    }

    private static ObjectNode common(Account account) {
        Account.Counter counter = account.counter();
        ObjectNode user = Json.object();
        user.put("name", "Simulated User")
                .put("email", "user@example.com")
                .put("subscriptionType", "monthly")
                .put("paymentMethod", "Stripe")
                .put("apiRequests", counter.calls())
                .put("apiRequestsDate", counter.date().toString())
                .put("dailyRateLimit", account.plan().limits().callsPerDay())
                .putNull("inviteToken")
                .put("inviteTokenClicked", 0);
        return user;
    }
}
