package io.dgas.simulator.socket;

import io.dgas.simulator.account.Plan;
import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.fault.Occasion;
import io.dgas.simulator.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a connection may do: be authorised, subscribe, unsubscribe. Guarded by its owner's lock. */
final class Desk {

    static final int DROPPED = 1006;

    private static final int POLICY = 1008;
    private static final long LEAST_DELAY = 300;
    private static final long DELAY_SPREAD = 301;
    private static final String LIMIT_REACHED = "{\"status_code\":422,\"message\":\"Symbols limit reached\"}";

    private final Floor floor;

    Desk(Floor floor) {
        this.floor = floor;
    }

    /** Lets a connection in, to be told 0.3 to 0.6 seconds later that it is authorised, or at once that it is not. */
    void welcome(Connection connection, Optional<Fault> fault) {
        floor.audience().enter(connection);
        Optional<FaultKind> kind = fault.map(Fault::kind);
        boolean entitled = connection.caller().account().isPresent();
        if (!entitled || kind.filter(FaultKind.WS_DENIED::equals).isPresent()) {
            connection.say("{\"status\":403,\"message\":\"Server error\"}");
            connection.end(POLICY);
            floor.leave(connection);
        } else if (kind.filter(FaultKind.WS_AUTHORIZED_NEVER::equals).isEmpty()) {
            long delay = fault.map(late -> late.particulars().delayMs())
                    .orElseGet(() -> LEAST_DELAY + connection.caller().id() * 97 % DELAY_SPREAD);
            floor.agenda().add(floor.now().plusMillis(delay).toEpochMilli(), connection::authorize);
        }
    }

    void command(Connection connection, String text) {
        Optional<JsonNode> command = parsed(text);
        boolean struck = floor.faults()
                .next(Occasion.COMMAND, floor.place(connection, ""), FaultKind.WS_COMMAND_REFUSED::equals)
                .isPresent();
        if (!connection.isAuthorized() || struck) {
            connection.say("{\"status\":500,\"message\":\"Server error\"}");
            connection.end(DROPPED);
            floor.leave(connection);
        } else if (command.isEmpty()) {
            connection.say("{\"status\":422,\"message\":\"Server error\"}");
        } else if (!isText(command.get(), "action") || !isText(command.get(), "symbols")) {
            connection.say("{\"status_code\":422,\"message\":\"Action and symbols should be string\"}");
        } else {
            act(connection, command.get().path("action").asString(), symbols(command.get()));
        }
    }

    private void act(Connection connection, String action, Set<String> symbols) {
        switch (action) {
            case "subscribe" -> subscribe(connection, symbols);
            case "unsubscribe" -> symbols.forEach(symbol -> floor.audience().unsubscribe(connection, symbol));
            default -> connection.say("{\"status\":422,\"message\":\"Server error\"}");
        }
    }

    /** The whole frame or, where one symbol is too many or not allowed, nothing of it. */
    private void subscribe(Connection connection, Set<String> symbols) {
        Plan plan = connection.caller().account().orElseThrow().plan();
        Set<String> added = new LinkedHashSet<>(symbols);
        added.removeAll(connection.symbols());
        boolean full = floor.taken(plan.token()) + added.size() > plan.limits().webSocketSymbols();
        boolean struck = floor.faults()
                .next(Occasion.COMMAND, floor.place(connection, ""), FaultKind.WS_LIMIT_REACHED::equals)
                .isPresent();
        if (!symbols.stream().allMatch(plan::streams)) {
            connection.say("{\"status_code\":422,\"message\":\"Only limited symbols allowed for demo\"}");
        } else if (full || struck) {
            connection.say(LIMIT_REACHED);
        } else {
            added.forEach(symbol -> subscribe(connection, symbol));
        }
    }

    private void subscribe(Connection connection, String symbol) {
        Optional<Fault> fault = floor.faults().next(Occasion.SUBSCRIPTION, floor.place(connection, symbol));
        if (fault.filter(ordered -> ordered.kind() == FaultKind.WS_SYMBOL_LOST).isPresent()) {
            return;
        }
        floor.audience().subscribe(connection, symbol);
        floor.activate(symbol);
        fault.ifPresent(ordered -> snapshot(
                connection, symbol, Duration.ofMillis(ordered.particulars().delayMs())));
    }

    private void snapshot(Connection connection, String symbol, Duration age) {
        var then = floor.now().minus(age);
        floor.lastPrice(symbol, then)
                .ifPresent(price -> connection.say(
                        FaultyTrades.snapshot(symbol, Math.round(price * 50) / 100.0, then.toEpochMilli())));
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(JsonNode command, String field) {
        return command.path(field).isString();
    }

    private static Set<String> symbols(JsonNode command) {
        List<String> symbols = new ArrayList<>();
        for (String symbol : command.path("symbols").asString().split(",", -1)) {
            symbols.add(symbol.strip());
        }
        symbols.removeIf(String::isEmpty);
        return new LinkedHashSet<>(symbols);
    }
}
