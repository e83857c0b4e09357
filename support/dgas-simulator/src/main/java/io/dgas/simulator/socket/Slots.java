package io.dgas.simulator.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The symbols that each token takes up over all its connections, those of dropped connections still held for a while. */
final class Slots {

    private record Held(String token, int symbols, Instant until) {}

    private final List<Held> held = new ArrayList<>();

    /** Goes on counting a dropped connection's symbols for so long. */
    void hold(Connection dropped, Instant now, Duration time) {
        if (!dropped.symbols().isEmpty()) {
            held.add(new Held(dropped.caller().token(), dropped.symbols().size(), now.plus(time)));
        }
    }

    int taken(String token, Collection<Connection> open, Instant now) {
        held.removeIf(each -> !now.isBefore(each.until));
        int taken = 0;
        for (Held each : held) {
            taken += each.token.equals(token) ? each.symbols : 0;
        }
        for (Connection connection : open) {
            taken += connection.caller().token().equals(token)
                    ? connection.symbols().size()
                    : 0;
        }
        return taken;
    }

    void forget() {
        held.clear();
    }
}
