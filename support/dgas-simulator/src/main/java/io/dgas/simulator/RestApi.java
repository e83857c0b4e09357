package io.dgas.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The gate before the endpoints: address, token, plan, limits, cost, and the rendering of what they answer. */
final class RestApi {

    /** An endpoint, and the feed a plan needs for it. */
    private record Endpoint(@Nullable Feed feed, BiFunction<Request, Account, Answer> answer) {}

    private final Vendor vendor;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Endpoint> endpoints;

    RestApi(Vendor vendor, List<Plan> plans) {
        this.vendor = vendor;
        plans.forEach(plan -> accounts.put(plan.token(), new Account(plan, vendor.now())));
        Intraday intraday = new Intraday(vendor);
        EndOfDay endOfDay = new EndOfDay(vendor);
        CorporateActions actions = new CorporateActions(vendor);
        RealTime realTime = new RealTime(vendor);
        this.endpoints = Map.of(
                "intraday", new Endpoint(Feed.INTRADAY, (request, account) -> intraday.answer(request)),
                "eod", new Endpoint(Feed.END_OF_DAY, (request, account) -> endOfDay.answer(request)),
                "splits", new Endpoint(Feed.SPLITS_AND_DIVIDENDS, (request, account) -> actions.splits(request)),
                "div", new Endpoint(Feed.SPLITS_AND_DIVIDENDS, (request, account) -> actions.dividends(request)),
                "real-time", new Endpoint(Feed.LIVE, (request, account) -> realTime.answer(request)),
                "user", new Endpoint(null, (request, account) -> User.brief(account)),
                "internal-user", new Endpoint(null, (request, account) -> User.full(account)));
    }

    Reply reply(Request request, Optional<Fault> fault) {
        Optional<Reply> instead = fault.flatMap(ordered -> FaultyReply.of(ordered, request));
        if (instead.isPresent()) {
            return instead.get();
        }
        Endpoint endpoint = endpoints.get(request.endpoint());
        if (endpoint == null) {
            return Reply.pageNotFound(request.line());
        }
        Account account = accounts.get(request.parameter("api_token").orElse(""));
        if (account == null || !tickers(request).stream().allMatch(account.plan()::serves)) {
            return Reply.unauthenticated();
        }
        Reply reply = account.request(vendor.now())
                ? admitted(request, fault, new Call(endpoint, account))
                : Reply.tooManyRequests().with("Retry-After", secondsToNextMinute());
        return fault.filter(ordered -> ordered.kind() == FaultKind.HEADERS_MISSING)
                        .isPresent()
                ? reply
                : reply.with(
                                "X-RateLimit-Limit",
                                Integer.toString(account.plan().limits().requestsPerMinute()))
                        .with("X-RateLimit-Remaining", Integer.toString(account.requestsLeft()));
    }

    private record Call(Endpoint endpoint, Account account) {}

    private Reply admitted(Request request, Optional<Fault> fault, Call call) {
        Plan plan = call.account.plan();
        if (call.endpoint.feed != null && !plan.feeds().contains(call.endpoint.feed)) {
            return plan.subscriptionMode().equals("free") ? Reply.forbiddenToFreeUsers() : Reply.forbidden();
        }
        Answer answer = call.endpoint.answer.apply(request, call.account);
        if (answer.cost() > 0 && !call.account.charge(answer.cost(), vendor.now())) {
            return Reply.quotaUsedUp();
        }
        return switch (answer) {
            case Answer.Refusal refusal -> refusal.reply();
            case Answer.Data data -> rendered(request, data.body(), fault);
        };
    }

    private static Reply rendered(Request request, JsonNode body, Optional<Fault> fault) {
        FaultKind kind = fault.map(Fault::kind).orElse(FaultKind.HEADERS_MISSING);
        JsonNode sent = SpoiledData.of(kind, body);
        boolean json = request.wantsJson() || request.endpoint().endsWith("user");
        if (!json || kind == FaultKind.CSV_AS_JSON) {
            return Reply.of(200, Json.csv(sent), "text/csv; charset=UTF-8");
        }
        String text = sent.toString();
        return Reply.json(200, kind == FaultKind.TRUNCATED_JSON ? text.substring(0, text.length() * 2 / 3) : text);
    }

    private static List<String> tickers(Request request) {
        return request.ticker().isEmpty() ? List.of() : List.of(request.ticker());
    }

    private String secondsToNextMinute() {
        Instant now = vendor.now();
        return Long.toString(60 - Math.floorMod(now.getEpochSecond(), 60));
    }
}
