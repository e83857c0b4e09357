package io.dgas.simulator;

import io.dgas.simulator.account.Accounts;
import io.dgas.simulator.account.CallLog;
import io.dgas.simulator.account.Plan;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.fault.Faults;
import io.dgas.simulator.http.IncomingRequest;
import io.dgas.simulator.http.LoopbackServer;
import io.dgas.simulator.http.Stop;
import io.dgas.simulator.http.Wire;
import io.dgas.simulator.market.Market;
import io.dgas.simulator.market.Publication;
import io.dgas.simulator.rest.Reply;
import io.dgas.simulator.rest.Request;
import io.dgas.simulator.rest.RestApi;
import io.dgas.simulator.rest.Transmission;
import io.dgas.simulator.rest.Vendor;
import io.dgas.simulator.socket.SocketService;
import io.dgas.simulator.steering.LoopbackSimulator;
import io.dgas.simulator.steering.Steering;
import io.dgas.simulator.tape.SentTrades;
import io.dgas.simulator.tape.Tape;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A running simulator of EODHD, HTTP and WebSocket on one port of the loopback address. Its clock stands still or runs; all
 * it says follows from the market, the seed and that clock. Closing it frees the port and every waiting client.
 */
public final class EodhdSimulator extends LoopbackSimulator {

    /** The token of the plan that {@link Settings#of} gives. */
    public static final String TOKEN = "simulated.token.0001";

    /** Port 0 takes a free one; the seed is that of the single trades. */
    public record Settings(
            int port, VirtualClock clock, Market market, List<Plan> plans, Publication publication, long seed) {

        /** A free port, a clock that stands still, a paid plan for {@link #TOKEN}, the demo key, next-day publication. */
        public static Settings of(Market market, Instant now) {
            List<Plan> plans = List.of(Plan.paid(TOKEN), Plan.demo());
            return new Settings(0, new VirtualClock(now, 0), market, plans, Publication.nextDay(), 1);
        }

        public Settings withPort(int other) {
            return new Settings(other, clock, market, plans, publication, seed);
        }

        public Settings withPlans(Plan... others) {
            return new Settings(port, clock, market, List.of(others), publication, seed);
        }

        public Settings withPublication(Publication other) {
            return new Settings(port, clock, market, plans, other, seed);
        }

        public Settings withSeed(long other) {
            return new Settings(port, clock, market, plans, publication, other);
        }
    }

    private final Stop stop = new Stop();
    private final Transmission transmission = new Transmission(stop);
    private final SentTrades sent = new SentTrades();
    private final Accounts accounts;
    private final Truth truth;
    private final RestApi api;
    private final SocketService sockets;
    private final Control control;
    private final LoopbackServer server;

    private EodhdSimulator(Settings settings, Faults faults) throws IOException {
        super(settings.clock, faults);
        VirtualClock clock = settings.clock;
        Tape tape = new Tape(settings.market, settings.seed);
        Vendor vendor = new Vendor(settings.market, clock, settings.publication, faults);
        this.accounts = new Accounts(settings.plans, clock.instant());
        this.truth = new Truth(settings.market, tape, settings.publication);
        this.api = new RestApi(vendor, accounts);
        this.sockets = SocketService.start(
                new SocketService.Setting(clock, accounts),
                new SocketService.Supplies(vendor::find, tape, sent, faults));
        this.control = new Control(new Steering(clock, faults), sockets::states);
        this.server = listening(settings.port);
    }

    private LoopbackServer listening(int port) throws IOException {
        try {
            return LoopbackServer.start(port, this::serve);
        } catch (IOException taken) {
            sockets.close();
            throw taken;
        }
    }

    /** Starts and answers at once. */
    public static EodhdSimulator start(Settings settings) throws IOException {
        return new EodhdSimulator(settings, new Faults());
    }

    /** What a client sets as its base address, ending in {@code /api}. */
    public URI baseUrl() {
        return URI.create("http://" + authority() + "/api");
    }

    /** What a client sets as its WebSocket address, ending in {@code /ws}; the trades are at {@code us} below it. */
    public URI websocketUrl() {
        return URI.create("ws://" + authority() + "/ws");
    }

    /** What really happened. */
    public Truth truth() {
        return truth;
    }

    /** The trades that went out on WebSockets. */
    public SentTrades sent() {
        return sent;
    }

    /** The WebSocket connections. */
    public SocketService sockets() {
        return sockets;
    }

    /** What each token has asked for and paid. */
    public CallLog calls() {
        return accounts.log();
    }

    @Override
    protected String authority() {
        return server.authority();
    }

    @Override
    public void close() {
        stop.now();
        sockets.close();
        server.close();
    }

    private boolean serve(IncomingRequest request, Wire wire) throws IOException {
        if (SocketService.isFor(request)) {
            sockets.serve(request, wire);
            return false;
        }
        try {
            return answer(request, URI.create(request.target()), wire);
        } catch (IllegalArgumentException noAddress) {
            return transmission.send(wire, Reply.badAddress(request.target()), Optional.empty());
        }
    }

    private boolean answer(IncomingRequest request, URI target, Wire wire) throws IOException {
        String path = target.getPath();
        if (path.startsWith("/control/")) {
            Reply reply = control.reply(request.method(), path, request.body());
            return transmission.send(wire, reply, Optional.empty());
        }
        if (!path.startsWith("/api/")) {
            return transmission.send(wire, Reply.pageNotFound(request.target()), Optional.empty());
        }
        RestApi.Outcome outcome = api.answer(Request.of(target));
        return transmission.send(wire, outcome.reply(), outcome.fault());
    }
}
