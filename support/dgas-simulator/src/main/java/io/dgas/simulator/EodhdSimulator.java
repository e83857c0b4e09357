package io.dgas.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running simulator of the EODHD REST API on the loopback address; closing it frees the port and every waiting client. */
public final class EodhdSimulator implements AutoCloseable {

    /** The token of the plan that {@link Settings#of} gives. */
    public static final String TOKEN = "simulated.token.0001";

    /** Port 0 takes a free one. */
    public record Settings(int port, VirtualClock clock, Market market, List<Plan> plans, Publication publication) {

        /** A free port, a clock that stands still, a paid plan for {@link #TOKEN}, the demo key, next-day publication. */
        public static Settings of(Market market, Instant now) {
            List<Plan> plans = List.of(Plan.paid(TOKEN), Plan.demo());
            return new Settings(0, new VirtualClock(now, 0), market, plans, Publication.nextDay());
        }

        public Settings withPort(int other) {
            return new Settings(other, clock, market, plans, publication);
        }

        public Settings withPlans(Plan... others) {
            return new Settings(port, clock, market, List.of(others), publication);
        }

        public Settings withPublication(Publication other) {
            return new Settings(port, clock, market, plans, other);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Transmission transmission = new Transmission(stopped);
    private final Faults faults = new Faults();
    private final VirtualClock clock;
    private final RestApi api;
    private final Control control;

    private EodhdSimulator(Settings settings) throws IOException {
        this.clock = settings.clock();
        this.api = new RestApi(new Vendor(settings.market(), clock, settings.publication()), settings.plans());
        this.control = new Control(clock, faults);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        server.createContext("/api/", this::serve);
        server.createContext("/control/", this::steer);
        server.setExecutor(threads);
    }

    /** Starts and answers at once. */
    public static EodhdSimulator start(Settings settings) throws IOException {
        EodhdSimulator simulator = new EodhdSimulator(settings);
        simulator.server.start();
        return simulator;
    }

    /** What a client sets as its base address, ending in {@code /api}. */
    public URI baseUrl() {
        return address("/api");
    }

    /** Where faults and the clock are steered, ending in {@code /control}. */
    public URI controlUrl() {
        return address("/control");
    }

    public VirtualClock clock() {
        return clock;
    }

    /**
     * Orders faults, in the JSON of a scenario.
     *
     * @throws IllegalArgumentException naming what is wrong in it
     */
    public void order(String scenario) {
        faults.add(Scenario.parse(scenario));
    }

    /** Orders the faults of a scenario file. */
    public void order(Path scenario) throws IOException {
        order(Files.readString(scenario));
    }

    /** The seed with which the chances of the faults in force are replayed, and what they covered and hit, as JSON. */
    public String faultReport() {
        return faults.report().toString();
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI address(String path) {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange.getRequestURI());
        Optional<Fault> fault = faults.next(request);
        transmission.send(exchange, api.reply(request, fault), fault);
    }

    private void steer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        transmission.send(exchange, control.reply(exchange.getRequestMethod(), path, body), Optional.empty());
    }
}
