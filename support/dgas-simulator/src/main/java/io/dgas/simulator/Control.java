package io.dgas.simulator;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.rest.Reply;
import io.dgas.simulator.socket.SocketState;
import io.dgas.simulator.steering.Steering;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/** {@code /control/faults}, {@code /control/clock}, {@code /control/sockets}: what a test or a person steers and sees. */
final class Control {

    private final Steering steering;
    private final Supplier<List<SocketState>> sockets;

    Control(Steering steering, Supplier<List<SocketState>> sockets) {
        this.steering = steering;
        this.sockets = sockets;
    }

    Reply reply(String method, String path, String body) {
        return steering.answer(method, path, body).map(Control::json).orElseGet(() -> seen(method + " " + path));
    }

    private Reply seen(String request) {
        return request.equals("GET /control/sockets")
                ? sockets()
                : json(Steering.Answer.error(
                        404, "no " + request + "; there are " + Steering.REQUESTS + " and GET /control/sockets"));
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

    private static Reply json(Steering.Answer answer) {
        return Reply.json(answer.status(), answer.body().toString());
    }
}
