package io.dgas.simulator.discord;

import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.discord.fault.Faults;
import io.dgas.simulator.http.IncomingRequest;
import io.dgas.simulator.http.LoopbackServer;
import io.dgas.simulator.http.Stop;
import io.dgas.simulator.http.Wire;
import io.dgas.simulator.steering.LoopbackSimulator;
import io.dgas.simulator.steering.Steering;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Discord's REST API for bots on loopback: two bots, three channels of one guild, and all that was ever posted in them. */
public final class DiscordSimulator extends LoopbackSimulator {

    /** The token of the bot that is tested. */
    public static final String TOKEN = "c2ltdWxhdGVkLWJvdA.simulated.discord-token-0001";

    /** The token of another bot. */
    public static final String OTHER_TOKEN = "c2ltdWxhdGVkLWJvdA.simulated.discord-token-0002";

    public static final String BOT = "1010000000000000101";
    public static final String OTHER_BOT = "1010000000000000102";
    public static final String GUILD = "1010000000000000000";

    /** A text channel. */
    public static final String CHANNEL = "1010000000000000001";

    /** Another text channel. */
    public static final String OTHER_CHANNEL = "1010000000000000002";

    /** A forum, which takes no messages itself. */
    public static final String FORUM = "1010000000000000015";

    private static final Bot PERSON = new Bot("", "1010000000000000201", "a person");
    private static final List<Bot> BOTS =
            List.of(new Bot(TOKEN, BOT, "dgas-bot"), new Bot(OTHER_TOKEN, OTHER_BOT, "other-bot"));

    /**
     * Port 0 takes a free one.
     *
     * @param nonceWindow for how long the nonce of a message is known
     * @param invalidLimit so many answers of 401, 403 and 429 in ten minutes bring a ban of ten minutes
     */
    public record Settings(int port, VirtualClock clock, Duration nonceWindow, int invalidLimit) {

        /** A free port, a clock that stands still, four minutes for nonces, 10,000 invalid requests. */
        public static Settings of(Instant now) {
            return new Settings(0, new VirtualClock(now, 0), Duration.ofMinutes(4), 10_000);
        }

        public Settings withPort(int other) {
            return new Settings(other, clock, nonceWindow, invalidLimit);
        }

        public Settings withClock(VirtualClock other) {
            return new Settings(port, other, nonceWindow, invalidLimit);
        }

        public Settings withNonceWindow(Duration other) {
            return new Settings(port, clock, other, invalidLimit);
        }

        public Settings withInvalidLimit(int other) {
            return new Settings(port, clock, nonceWindow, other);
        }
    }

    /** A request of the API as it was answered. */
    public record Request(Instant at, String method, String path, int status) {}

    private final Stop stop = new Stop();
    private final Transport transport = new Transport(stop);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Settings settings;
    private final Rooms rooms;
    private final Snowflakes snowflakes;
    private final DiscordApi api;
    private final Control control;
    private final LoopbackServer server;

    private DiscordSimulator(Settings settings, Faults faults) throws IOException {
        super(settings.clock, faults);
        this.settings = settings;
        this.rooms = new Rooms(settings.nonceWindow);
        this.snowflakes = new Snowflakes(settings.clock);
        DiscordApi.World world = new DiscordApi.World(settings.clock, faults, rooms, snowflakes, BOTS);
        this.api = new DiscordApi(world, settings.invalidLimit);
        this.control = new Control(new Steering(settings.clock, faults), rooms, requests);
        this.server = LoopbackServer.start(settings.port, this::serve);
    }

    /** Starts and answers at once. */
    public static DiscordSimulator start(Settings settings) throws IOException {
        return new DiscordSimulator(settings, new Faults());
    }

    /** What a client sets as its base address, ending in {@code /api/v10}. */
    public URI baseUrl() {
        return URI.create("http://" + authority() + "/api/v10");
    }

    /** What people see in {@link #CHANNEL}, oldest first. */
    public List<PostedMessage> messages() {
        return everPosted(CHANNEL).stream()
                .filter(message -> !message.deleted())
                .toList();
    }

    /** All that was ever posted in a channel, oldest first. */
    public List<PostedMessage> everPosted(String channel) {
        return rooms.seen(channel);
    }

    /** The requests of the API so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** A person posts something in {@link #CHANNEL}. */
    public void say(String content) {
        rooms.alone(posts -> {
            Post post = new Post(snowflakes.next(), CHANNEL, PERSON, Optional.empty());
            post.content(content);
            return posts.add(post);
        });
    }

    /** Somebody deletes all messages of {@link #CHANNEL}. */
    public void deleteAll() {
        rooms.alone(posts -> {
            posts.stream().filter(post -> post.channel.equals(CHANNEL)).forEach(Post::delete);
            return posts.size();
        });
    }

    @Override
    protected String authority() {
        return server.authority();
    }

    @Override
    public void close() {
        stop.now();
        server.close();
    }

    private boolean serve(IncomingRequest request, Wire wire) throws IOException {
        try {
            return answer(request, URI.create(request.target()), wire);
        } catch (IllegalArgumentException noAddress) {
            return transport.send(wire, Answer.notFound(), Optional.empty());
        }
    }

    private boolean answer(IncomingRequest request, URI target, Wire wire) throws IOException {
        if (target.getPath().startsWith("/control/")) {
            return transport.send(wire, control.answer(request, target), Optional.empty());
        }
        DiscordApi.Outcome outcome = api.answer(request, target);
        requests.add(new Request(
                settings.clock.instant(),
                request.method(),
                target.getPath(),
                outcome.answer().status()));
        return transport.send(wire, outcome.answer(), outcome.fault());
    }
}
