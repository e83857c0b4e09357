package io.dgas.simulator.steering;

import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /control/faults} and {@code /control/clock}, with which a test or a person steers any simulator. */
public final class Steering {

    /** The requests that are answered, as a sentence lists them. */
    public static final String REQUESTS = "GET, POST, DELETE /control/faults, GET, POST /control/clock";

    /** The status of an answer, and its body. */
    public record Answer(int status, ObjectNode body) {

        /** What is wrong, in one line. */
        public static Answer error(int status, String message) {
            return new Answer(status, Json.object().put("error", message));
        }
    }

    private final VirtualClock clock;
    private final ArmedFaults<?, ?> faults;

    public Steering(VirtualClock clock, ArmedFaults<?, ?> faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** Empty for a request that is another's. */
    public Optional<Answer> answer(String method, String path, String body) {
        try {
            return switch (method + " " + path) {
                case "GET /control/faults", "POST /control/faults", "DELETE /control/faults" ->
                    Optional.of(new Answer(200, faults(method, body)));
                case "GET /control/clock", "POST /control/clock" -> Optional.of(new Answer(200, clock(method, body)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of(Answer.error(400, String.valueOf(e.getMessage())));
        }
    }

    private ObjectNode faults(String method, String body) {
        if (method.equals("POST")) {
            faults.order(body);
        } else if (method.equals("DELETE")) {
            faults.clear();
        }
        return faults.report();
    }

    private ObjectNode clock(String method, String body) {
        if (method.equals("POST")) {
            Fields wanted = Fields.of(body);
            double speed = wanted.number("speed", clock.speed());
            Instant now = wanted.instant("now", clock.instant());
            clock.run(speed);
            clock.set(now);
        }
        return Json.object().put("now", clock.instant().toString()).put("speed", clock.speed());
    }
}
