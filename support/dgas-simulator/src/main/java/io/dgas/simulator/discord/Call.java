package io.dgas.simulator.discord;

import io.dgas.simulator.discord.fault.Fault;
import io.dgas.simulator.discord.fault.FaultKind;
import io.dgas.simulator.http.IncomingRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A request that was let in, and the fault that it suffers. */
record Call(Route.Target target, IncomingRequest request, Bot bot, Instant now, Optional<Fault> fault) {

    Fault.Place place() {
        return place(target, now);
    }

    static Fault.Place place(Route.Target target, Instant now) {
        return new Fault.Place(target.route().wireName(), target.channel(), now);
    }

    boolean suffers(FaultKind kind) {
        return fault.filter(suffered -> suffered.kind() == kind).isPresent();
    }

    Optional<String> parameter(String name) {
        Map<String, String> query = new HashMap<>();
        String raw = URI.create(request.target()).getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.ofNullable(query.get(name));
    }
}
