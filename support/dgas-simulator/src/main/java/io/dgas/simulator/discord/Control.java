package io.dgas.simulator.discord;

import io.dgas.simulator.discord.PostedMessage.Attachment;
import io.dgas.simulator.http.IncomingRequest;
import io.dgas.simulator.json.Json;
import io.dgas.simulator.steering.Steering;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /control/…}: what a test or a person steers and sees. */
final class Control {

    private static final String MESSAGES = "/control/messages";
    private static final String ATTACHMENTS = "/control/attachments/";
    private static final String WHAT_THERE_IS = "there are " + Steering.REQUESTS
            + ", GET /control/messages, GET /control/messages/CHANNEL, GET /control/attachments/ID"
            + " and GET /control/requests";

    private final Steering steering;
    private final Rooms rooms;
    private final List<DiscordSimulator.Request> requests;

    Control(Steering steering, Rooms rooms, List<DiscordSimulator.Request> requests) {
        this.steering = steering;
        this.rooms = rooms;
        this.requests = requests;
    }

    Answer answer(IncomingRequest request, URI target) {
        String method = request.method();
        String path = target.getPath();
        return steering.answer(method, path, request.body()).map(Control::json).orElseGet(() -> seen(method, path));
    }

    private Answer seen(String method, String path) {
        return switch (method + " " + path) {
            case "GET /control/messages" -> messages(DiscordSimulator.CHANNEL);
            case "GET /control/requests" -> requests();
            default -> method.equals("GET") ? byId(path) : unknown(path);
        };
    }

    private Answer byId(String path) {
        if (path.startsWith(MESSAGES + "/")) {
            return messages(path.substring(MESSAGES.length() + 1));
        }
        return path.startsWith(ATTACHMENTS) ? attachment(path.substring(ATTACHMENTS.length())) : unknown(path);
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
        return json(Steering.Answer.error(404, "no " + path + " to do that with; " + WHAT_THERE_IS));
    }

    private static Answer json(Steering.Answer answer) {
        return Answer.json(answer.status(), answer.body());
    }
}
