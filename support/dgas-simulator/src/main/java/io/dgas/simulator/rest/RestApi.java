package io.dgas.simulator.rest;

import io.dgas.simulator.account.Account;
import io.dgas.simulator.account.Accounts;
import io.dgas.simulator.account.Feed;
import io.dgas.simulator.account.Plan;
import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.fault.Occasion;
import io.dgas.simulator.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The gate before the endpoints: address, token, plan, limits, cost, faults, and the rendering of what they answer. */
public final class RestApi {

    /** An answer, and the fault that it still has to suffer on its way. */
    public record Outcome(Reply reply, Optional<Fault> fault) {}

    /** An endpoint, and the feed a plan needs for it. */
    private record Endpoint(@Nullable Feed feed, BiFunction<Request, Account, Answer> answer) {}

    private record Call(Request request, Endpoint endpoint, Account account) {}

    /** The endpoints whose path names a ticker. */
    private static final Set<String> BY_TICKER =
            Set.of("intraday", "eod", "splits", "div", "real-time", "fundamentals");

    private static final Set<FaultKind> FREE_OF_CHARGE = Set.of(FaultKind.QUOTA_AS_200);

    private final Vendor vendor;
    private final Accounts accounts;
    private final Map<String, Endpoint> endpoints;

    public RestApi(Vendor vendor, Accounts accounts) {
        this.vendor = vendor;
        this.accounts = accounts;
        Intraday intraday = new Intraday(vendor);
        EndOfDay endOfDay = new EndOfDay(vendor);
        CorporateActions actions = new CorporateActions(vendor);
        RealTime realTime = new RealTime(vendor);
        BulkLastDay bulk = new BulkLastDay(vendor, endOfDay);
        Exchange exchange = new Exchange(vendor);
        Constituents constituents = new Constituents(vendor);
        this.endpoints = Map.ofEntries(
                Map.entry("intraday", new Endpoint(Feed.INTRADAY, (request, account) -> intraday.answer(request))),
                Map.entry("eod", new Endpoint(Feed.END_OF_DAY, (request, account) -> endOfDay.answer(request))),
                Map.entry("splits", actions(actions::splits)),
                Map.entry("div", actions(actions::dividends)),
                Map.entry("real-time", new Endpoint(Feed.LIVE, (request, account) -> realTime.answer(request))),
                Map.entry("eod-bulk-last-day", new Endpoint(Feed.BULK, (request, account) -> bulk.answer(request))),
                Map.entry(
                        "exchange-symbol-list",
                        new Endpoint(Feed.LISTS, (request, account) -> exchange.symbols(request))),
                Map.entry(
                        "exchange-details",
                        new Endpoint(Feed.INTRADAY, (request, account) -> exchange.details(request))),
                Map.entry(
                        "fundamentals",
                        new Endpoint(Feed.FUNDAMENTALS, (request, account) -> constituents.fundamentals(request))),
                Map.entry(
                        "mp",
                        new Endpoint(
                                Feed.MARKETPLACE_INDICES, (request, account) -> constituents.marketplace(request))),
                Map.entry("user", new Endpoint(null, (request, account) -> User.brief(account))),
                Map.entry("internal-user", new Endpoint(null, (request, account) -> User.full(account))));
    }

    private static Endpoint actions(Function<Request, Answer> answer) {
        return new Endpoint(Feed.SPLITS_AND_DIVIDENDS, (request, account) -> answer.apply(request));
    }

    public Outcome answer(Request request) {
        Endpoint endpoint = endpoints.get(request.endpoint());
        if (endpoint == null) {
            return dated(new Outcome(Reply.pageNotFound(request.line()), Optional.empty()), request);
        }
        Optional<Account> account = accounts.find(request.parameter("api_token").orElse(""));
        if (account.isEmpty()
                || !tickers(request).stream().allMatch(account.get().plan()::serves)) {
            return dated(new Outcome(Reply.unauthenticated(), Optional.empty()), request);
        }
        return dated(limited(new Call(request, endpoint, account.get())), request);
    }

    private Outcome limited(Call call) {
        int limit = limit(call);
        Outcome outcome = call.account.request(vendor.now(), limit)
                ? admitted(call)
                : new Outcome(Reply.tooManyRequests().with("Retry-After", secondsToNextMinute()), Optional.empty());
        if (outcome.fault
                .filter(fault -> fault.kind() == FaultKind.HEADERS_MISSING)
                .isPresent()) {
            return outcome;
        }
        Reply counted = outcome.reply
                .with("X-RateLimit-Limit", Integer.toString(limit))
                .with("X-RateLimit-Remaining", Integer.toString(call.account.requestsLeft(limit)));
        return new Outcome(counted, outcome.fault);
    }

    private int limit(Call call) {
        int own = call.account.plan().limits().requestsPerMinute();
        return vendor.faults()
                .lasting(FaultKind.LIMIT_LOWERED, place(call.request))
                .map(fault -> Math.min(own, fault.particulars().count()))
                .orElse(own);
    }

    private Outcome admitted(Call call) {
        Plan plan = call.account.plan();
        if (call.endpoint.feed != null && !plan.feeds().contains(call.endpoint.feed)) {
            Reply refusal = plan.subscriptionMode().equals("free") ? Reply.forbiddenToFreeUsers() : Reply.forbidden();
            return new Outcome(refusal, Optional.empty());
        }
        Optional<Fault> fault = vendor.faults().next(Occasion.REQUEST, place(call.request));
        return new Outcome(reply(call, fault), fault);
    }

    /** What fails costs nothing, but for an unknown ticker; what looks like success costs what success would. */
    private Reply reply(Call call, Optional<Fault> fault) {
        Optional<Reply> instead = fault.flatMap(ordered -> FaultyReply.of(ordered, call.request));
        if (instead.isPresent() && instead.get().status() != 200) {
            int cost = fault.get().kind() == FaultKind.NOT_FOUND ? 1 : 0;
            return charged(call, cost) ? instead.get() : Reply.quotaUsedUp();
        }
        Answer answer = call.endpoint.answer.apply(call.request, call.account);
        boolean free =
                fault.filter(ordered -> FREE_OF_CHARGE.contains(ordered.kind())).isPresent();
        if (!free && !charged(call, answer.cost())) {
            return Reply.quotaUsedUp();
        }
        return instead.orElseGet(() -> switch (answer) {
            case Answer.Refusal refusal -> refusal.reply();
            case Answer.Data data -> rendered(call.request, data.body(), fault);
        });
    }

    private boolean charged(Call call, int cost) {
        if (cost == 0) {
            return true;
        }
        return call.request.endpoint().equals("mp")
                ? call.account.chargeMarketplace(cost, vendor.now())
                : call.account.charge(cost, vendor.now());
    }

    private Reply rendered(Request request, JsonNode body, Optional<Fault> fault) {
        JsonNode sent = fault.map(ordered ->
                        SpoiledData.of(ordered, new SpoiledData.Context(request.endpoint(), vendor.today()), body))
                .orElse(body);
        Optional<FaultKind> kind = fault.map(Fault::kind);
        boolean json = request.wantsJson() || request.endpoint().endsWith("user");
        if (!json || kind.filter(FaultKind.CSV_AS_JSON::equals).isPresent()) {
            return Reply.of(200, Json.csv(sent), "text/csv; charset=UTF-8");
        }
        String text = sent.toString();
        boolean cut = kind.filter(FaultKind.TRUNCATED_JSON::equals).isPresent();
        return Reply.json(200, cut ? text.substring(0, text.length() * 2 / 3) : text);
    }

    /** Stamped with the time that the server believes it is. */
    private Outcome dated(Outcome outcome, Request request) {
        long skew = vendor.faults()
                .lasting(FaultKind.DATE_SKEWED, place(request))
                .map(fault -> fault.particulars().delayMs())
                .orElse(0L);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                vendor.now().plusMillis(skew).atOffset(ZoneOffset.UTC));
        return new Outcome(outcome.reply.with("Date", date), outcome.fault);
    }

    private Fault.Place place(Request request) {
        return new Fault.Place(request.endpoint(), request.ticker(), vendor.now());
    }

    private static List<String> tickers(Request request) {
        if (!BY_TICKER.contains(request.endpoint())
                || request.parameter("ex").isPresent()
                || request.ticker().isEmpty()) {
            return List.of();
        }
        List<String> tickers = new ArrayList<>(List.of(request.ticker()));
        if (request.endpoint().equals("real-time")) {
            request.parameter("s").ifPresent(more -> tickers.addAll(List.of(more.split(",", -1))));
        }
        return tickers;
    }

    private String secondsToNextMinute() {
        Instant now = vendor.now();
        return Long.toString(60 - Math.floorMod(now.getEpochSecond(), 60));
    }
}
