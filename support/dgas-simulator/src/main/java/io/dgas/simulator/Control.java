package io.dgas.simulator;

import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.fault.Faults;
import io.dgas.simulator.fault.Scenario;
import io.dgas.simulator.json.Json;
import io.dgas.simulator.rest.Reply;
import io.dgas.simulator.socket.SocketState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** {@code /control/faults}, {@code /control/clock}, {@code /control/sockets}: what a test or a person steers and sees. */
final class Control {

    private final VirtualClock clock;
    private final Faults faults;
    private final Supplier<List<SocketState>> sockets;

    Control(VirtualClock clock, Faults faults, Supplier<List<SocketState>> sockets) {
        this.clock = clock;
        this.faults = faults;
        this.sockets = sockets;
    }

    Reply reply(String method, String path, String body) {
        try {
            return switch (method + " " + path) {
                case "GET /control/faults", "POST /control/faults", "DELETE /control/faults" -> faults(method, body);
                case "GET /control/clock", "POST /control/clock" -> clock(method, body);
                case "GET /control/sockets" -> sockets();
                default ->
                    Reply.json(
                            404,
                            error("no " + method + " " + path + "; there are GET, POST, DELETE /control/faults,"
                                    + " GET, POST /control/clock and GET /control/sockets"));
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return Reply.json(400, error(String.valueOf(e.getMessage())));
        }
    }

    private Reply faults(String method, String body) {
        if (method.equals("POST")) {
            faults.add(Scenario.parse(body));
        } else if (method.equals("DELETE")) {
            faults.clear();
        }
        return Reply.json(200, faults.report().toString());
    }

    private Reply clock(String method, String body) {
        if (method.equals("POST")) {
            JsonNode wanted = Scenario.tree(body);
            double speed = Scenario.number(wanted, "speed", clock.speed());
            Instant now = wanted.has("now") ? Instant.parse(wanted.path("now").asString("")) : clock.instant();
            clock.run(speed);
            clock.set(now);
        }
        return Reply.json(
                200,
                Json.object()
                        .put("now", clock.instant().toString())
                        .put("speed", clock.speed())
                        .toString());
    }

    private Reply sockets() {
        ArrayNode rows = Json.array();
        for (SocketState state : sockets.get()) {
            rows.addObject()
                    .put("id", state.id())
                    .put("endpoint", state.endpoint())
                    .put("authorized", state.authorized())
                    .put("symbols", state.symbols().size())
                    .put("messagesSent", state.messagesSent());
        }
        return Reply.json(200, rows.toString());
    }

    private static String error(String message) {
        return Json.object().put("error", message).toString();
    }
}
