package io.dgas.simulator.discord;

import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.discord.PostedMessage.Attachment;
import io.dgas.simulator.discord.fault.Faults;
import io.dgas.simulator.fault.Scenario;
import io.dgas.simulator.http.IncomingRequest;
import io.dgas.simulator.json.Json;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /control/…}: what a test or a person steers and sees. */
final class Control {

    private static final String MESSAGES = "/control/messages";
    private static final String ATTACHMENTS = "/control/attachments/";
    private static final String WHAT_THERE_IS = "there are GET, POST, DELETE /control/faults, GET, POST /control/clock,"
            + " GET /control/messages, GET /control/messages/CHANNEL, GET /control/attachments/ID"
            + " and GET /control/requests";

    private final VirtualClock clock;
    private final Faults faults;
    private final Rooms rooms;
    private final List<DiscordSimulator.Request> requests;

    Control(VirtualClock clock, Faults faults, Rooms rooms, List<DiscordSimulator.Request> requests) {
        this.clock = clock;
        this.faults = faults;
        this.rooms = rooms;
        this.requests = requests;
    }

    Answer answer(IncomingRequest request, URI target) {
        String path = target.getPath();
        try {
            return switch (request.method() + " " + path) {
                case "GET /control/faults", "POST /control/faults", "DELETE /control/faults" -> faults(request);
                case "GET /control/clock", "POST /control/clock" -> clock(request);
                case "GET /control/messages" -> messages(DiscordSimulator.CHANNEL);
                case "GET /control/requests" -> requests();
                default -> request.method().equals("GET") ? byId(path) : unknown(path);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer byId(String path) {
        if (path.startsWith(MESSAGES + "/")) {
            return messages(path.substring(MESSAGES.length() + 1));
        }
        return path.startsWith(ATTACHMENTS) ? attachment(path.substring(ATTACHMENTS.length())) : unknown(path);
    }

    private Answer faults(IncomingRequest request) {
        if (request.method().equals("POST")) {
            faults.order(request.body());
        } else if (request.method().equals("DELETE")) {
            faults.clear();
        }
        return Answer.json(200, faults.report());
    }

    private Answer clock(IncomingRequest request) {
        if (request.method().equals("POST")) {
            JsonNode wanted = Scenario.tree(request.body());
            double speed = Scenario.number(wanted, "speed", clock.speed());
            Instant now = wanted.has("now") ? Instant.parse(wanted.path("now").asString("")) : clock.instant();
            clock.run(speed);
            clock.set(now);
        }
        return Answer.json(
                200, Json.object().put("now", clock.instant().toString()).put("speed", clock.speed()));
    }

    private Answer messages(String channel) {
        ArrayNode rows = Json.array();
        for (PostedMessage message : rooms.seen(channel)) {
            ObjectNode row = rows.addObject()
                    .put("id", message.id())
                    .put("author", message.author())
                    .put("at", message.at().toString())
                    .put("content", message.content());
            row.set("embeds", message.embeds());
            row.put("nonce", message.nonce().orElse(null))
                    .put("mentions", message.mentions())
                    .put("deleted", message.deleted());
            ArrayNode files = row.putArray("attachments");
            message.attachments()
                    .forEach(file -> files.addObject()
                            .put("filename", file.filename())
                            .put("description", file.description())
                            .put("size", file.content().length)
                            .put("path", ATTACHMENTS + file.id()));
        }
        return Answer.json(200, rows);
    }

    private Answer attachment(String id) {
        return rooms.attachment(id).map(Control::file).orElseGet(() -> unknown(ATTACHMENTS + id));
    }

    private static Answer file(Attachment file) {
        return new Answer(200, file.content(), Map.of("Content-Type", file.contentType()));
    }

    private Answer requests() {
        ArrayNode rows = Json.array();
        for (DiscordSimulator.Request request : requests) {
            rows.addObject()
                    .put("at", request.at().toString())
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("status", request.status());
        }
        return Answer.json(200, rows);
    }

    private static Answer unknown(String path) {
        return error(404, "no " + path + " to do that with; " + WHAT_THERE_IS);
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, Json.object().put("error", message));
    }
}
