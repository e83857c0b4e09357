package io.dgas.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** {@code /control/faults} and {@code /control/clock}: what a test or a person at a terminal steers. */
final class Control {

    private final VirtualClock clock;
    private final Faults faults;

    Control(VirtualClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    Reply reply(String method, String path, String body) {
        try {
            return switch (method + " " + path) {
                case "GET /control/faults", "POST /control/faults", "DELETE /control/faults" -> faults(method, body);
                case "GET /control/clock", "POST /control/clock" -> clock(method, body);
                default ->
                    Reply.json(
                            404,
                            error("no " + method + " " + path
                                    + "; there are GET, POST, DELETE /control/faults and GET, POST /control/clock"));
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

    private static String error(String message) {
        return Json.object().put("error", message).toString();
    }
}
