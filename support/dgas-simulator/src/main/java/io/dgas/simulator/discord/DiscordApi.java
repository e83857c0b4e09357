package io.dgas.simulator.discord;

import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.discord.fault.Fault;
import io.dgas.simulator.discord.fault.FaultKind;
import io.dgas.simulator.discord.fault.Faults;
import io.dgas.simulator.http.IncomingRequest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The gate before the endpoints: ban, User-Agent, address, token, limits and faults; and the headers of every answer. */
final class DiscordApi {

    /** An answer, and the fault that it still has to suffer on its way. */
    record Outcome(Answer answer, Optional<Fault> fault) {

        static Outcome of(Answer answer) {
            return new Outcome(answer, Optional.empty());
        }
    }

    /** What the endpoints share. */
    record World(VirtualClock clock, Faults faults, Rooms rooms, Snowflakes snowflakes, List<Bot> bots) {}

    private static final Pattern USER_AGENT = Pattern.compile("DiscordBot \\(\\S+, \\S+\\).*");
    private static final String SHARED = "shared";

    private final World world;
    private final int invalidLimit;
    private final RateBuckets buckets = new RateBuckets();
    private final InvalidRequests invalid = new InvalidRequests();
    private final Map<Route, Function<Call, Answer>> endpoints = new EnumMap<>(Route.class);

    DiscordApi(World world, int invalidLimit) {
        this.world = world;
        this.invalidLimit = invalidLimit;
        Rights rights = new Rights(world.rooms, world.faults);
        Messages messages = new Messages(world.rooms, rights, world.snowflakes);
        Lookups lookups = new Lookups(world.rooms, rights);
        endpoints.put(Route.CREATE, messages::create);
        endpoints.put(Route.LIST, messages::list);
        endpoints.put(Route.GET, messages::get);
        endpoints.put(Route.EDIT, messages::edit);
        endpoints.put(Route.DELETE, messages::delete);
        endpoints.put(Route.ME, lookups::me);
        endpoints.put(Route.CHANNEL, lookups::channel);
        endpoints.put(Route.GUILD, lookups::guild);
        endpoints.put(Route.ROLES, lookups::roles);
        endpoints.put(Route.MEMBER, lookups::member);
    }

    Outcome answer(IncomingRequest request, URI address) {
        Instant now = world.clock.instant();
        Optional<Route.Target> target = Route.find(request.method(), address.getPath());
        boolean banned = invalid.banned(now);
        Outcome outcome = banned ? Outcome.of(FaultyAnswer.banned()) : known(request, address, target);
        int status = outcome.answer.status();
        boolean shared = SHARED.equals(outcome.answer.headers().get("X-RateLimit-Scope"));
        if (!banned && (status == 401 || status == 403 || (status == 429 && !shared))) {
            invalid.count(now, limit(now));
        }
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
        return new Outcome(outcome.answer.with("Date", date), outcome.fault);
    }

    private int limit(Instant now) {
        return world.faults.lasting(FaultKind.INVALID_LIMIT_LOWERED, new Fault.Place("*", "", now)).stream()
                .mapToInt(fault -> fault.particulars().count())
                .min()
                .orElse(invalidLimit);
    }

    private Outcome known(IncomingRequest request, URI address, Optional<Route.Target> target) {
        if (!USER_AGENT.matcher(request.header("user-agent").orElse("")).matches()) {
            return Outcome.of(FaultyAnswer.edgeBlocked());
        }
        Optional<Bot> bot = world.bots.stream()
                .filter(each -> request.header("authorization")
                        .filter(("Bot " + each.token())::equals)
                        .isPresent())
                .findFirst();
        if (target.isEmpty()) {
            Answer answer = Route.known(address.getPath()) ? Answer.methodNotAllowed() : Answer.notFound();
            return Outcome.of(answer.with(FaultyAnswer.VIA));
        }
        return bot.map(each -> limited(request, target.get(), each))
                .orElseGet(() -> Outcome.of(Answer.unauthorized().with(FaultyAnswer.VIA)));
    }

    private Outcome limited(IncomingRequest request, Route.Target target, Bot bot) {
        Instant now = world.clock.instant();
        RateBuckets.Standing whole = buckets.bot(bot.id(), now);
        if (whole.exceeded()) {
            return Outcome.of(RateBuckets.tooMany(whole.secondsLeft(), "global").with(FaultyAnswer.VIA));
        }
        RateBuckets.Standing standing = buckets.route(target, bot.id(), now);
        if (standing.exceeded()) {
            return Outcome.of(RateBuckets.tooMany(standing.secondsLeft(), "user")
                    .with(buckets.headers(target.route(), standing))
                    .with(FaultyAnswer.VIA));
        }
        boolean files = Form.bringsFiles(request);
        Optional<Fault> fault = world.faults.next(Call.place(target, now), kind -> files || !kind.needsFiles());
        return admitted(new Call(target, request, bot, now, fault), standing);
    }

    private Outcome admitted(Call call, RateBuckets.Standing standing) {
        Optional<Answer> instead = call.fault().flatMap(FaultyAnswer::of);
        if (instead.isPresent()) {
            if (call.fault().orElseThrow().particulars().executed()) {
                carriedOut(call);
            }
            return Outcome.of(withMissing(instead.get(), headers(call, standing)));
        }
        Answer answer = executes(call) ? carriedOut(call) : Answer.nothing(200);
        Answer sent = call.suffers(FaultKind.TRUNCATED_JSON)
                ? new Answer(answer.status(), Arrays.copyOf(answer.body(), answer.body().length / 2), answer.headers())
                : answer;
        return new Outcome(sent.with(headers(call, standing)).with(FaultyAnswer.VIA), call.fault());
    }

    private static boolean executes(Call call) {
        return call.fault()
                .map(fault -> switch (fault.kind()) {
                    case HANGING, DROPPED, RESET -> fault.particulars().executed();
                    default -> true;
                })
                .orElse(true);
    }

    private Answer carriedOut(Call call) {
        Function<Call, Answer> endpoint = endpoints.get(call.target().route());
        if (endpoint == null) {
            throw new IllegalStateException("no endpoint for " + call.target());
        }
        return endpoint.apply(call);
    }

    /** An error of the API tells the limits too, and no other answer that takes its place. */
    private static Answer withMissing(Answer answer, Map<String, String> headers) {
        boolean tells = answer.headers().containsKey("Via") && answer.status() != 429;
        return tells ? answer.with(headers) : answer;
    }

    private Map<String, String> headers(Call call, RateBuckets.Standing standing) {
        if (call.suffers(FaultKind.BUCKET_CHANGED)) {
            buckets.rename(call.target().route());
        }
        if (call.suffers(FaultKind.HEADERS_MISSING)) {
            return Map.of();
        }
        Map<String, String> headers =
                new HashMap<>(buckets.headers(call.target().route(), standing));
        if (call.suffers(FaultKind.RESET_IN_PAST)) {
            double reset = standing.reset().getEpochSecond() - 3_600.0;
            headers.put("X-RateLimit-Reset", RateBuckets.seconds(reset));
        }
        return headers;
    }
}
