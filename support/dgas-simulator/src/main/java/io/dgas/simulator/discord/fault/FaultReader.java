package io.dgas.simulator.discord.fault;

import io.dgas.simulator.fault.Scenario;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One fault of a scenario, read field by field. */
final class FaultReader {

    private static final Set<String> FIELDS =
            Set.of("kind", "route", "channel", "nth", "times", "probability", "from", "until");
    private static final Set<String> COUNTING = Set.of("nth", "times", "probability");
    private static final List<String> ROUTES =
            List.of("*", "create", "list", "get", "edit", "delete", "me", "channel", "guild", "roles", "member");
    private static final List<String> PERMISSIONS =
            List.of("view-channel", "send-messages", "embed-links", "attach-files", "read-message-history");

    private final JsonNode node;
    private final FaultKind kind;

    private FaultReader(JsonNode node) {
        this.node = node;
        String name = node.path("kind").asString("");
        this.kind = FaultKind.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no kind of fault \"" + name + "\"; there are "
                        + Arrays.stream(FaultKind.values())
                                .map(FaultKind::wireName)
                                .collect(Collectors.joining(", "))));
    }

    static Fault fault(JsonNode node) {
        FaultReader reader = new FaultReader(node);
        reader.refuseUnknownFields();
        return new Fault(reader.kind, reader.match(), reader.particulars());
    }

    private void refuseUnknownFields() {
        Set<String> known = new TreeSet<>(FIELDS);
        known.addAll(kind.particulars());
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a fault " + kind.wireName() + " has no field "
                    + unknown.iterator().next() + ", but " + known);
        }
        if (kind.lasts() && COUNTING.stream().anyMatch(node::has)) {
            throw new IllegalArgumentException("a fault " + kind.wireName()
                    + " lasts from one instant until another; it has no nth, times or probability");
        }
    }

    private Fault.Match match() {
        double probability = Scenario.number(node, "probability", 1);
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + probability + " must be above 0 and at most 1");
        }
        return new Fault.Match(
                oneOf("route", ROUTES),
                node.path("channel").asString("*"),
                window(),
                new Fault.Chance(
                        whole("nth", 1, Long.MAX_VALUE, 1),
                        whole("times", 1, Long.MAX_VALUE, Long.MAX_VALUE),
                        probability));
    }

    private Fault.Window window() {
        Instant from = instant("from", Instant.MIN);
        Instant until = instant("until", Instant.MAX);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from " + from + " must be before until " + until);
        }
        return new Fault.Window(from, until);
    }

    private Instant instant(String field, Instant otherwise) {
        try {
            return node.has(field) ? Instant.parse(node.path(field).asString("")) : otherwise;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    field + " " + node.path(field) + " must be an instant such as \"2026-06-01T13:30:00Z\"", e);
        }
    }

    private Fault.Particulars particulars() {
        double retryAfter = Scenario.number(node, "retryAfter", retryAfter());
        if (!Double.isFinite(retryAfter) || retryAfter > 1e9) {
            throw new IllegalArgumentException("retryAfter " + retryAfter + " must be seconds, or below 0 for none");
        }
        return new Fault.Particulars(
                (int) whole("status", 400, 599, kind == FaultKind.API_ERROR ? 400 : 500),
                (int) whole("code", 0, 10_000_000, 0),
                retryAfter,
                whole("delayMs", 0, Long.MAX_VALUE / 4, kind == FaultKind.LATE_READS ? 2_000 : 5),
                (int) whole("count", 1, 1_000_000, 20),
                executed(),
                new Fault.Words(
                        oneOf("body", bodies()),
                        node.path("path").asString("embeds.0.title"),
                        node.path("leaf").asString("BASE_TYPE_MAX_LENGTH"),
                        oneOf("permission", PERMISSIONS)));
    }

    private boolean executed() {
        JsonNode executed = node.path("executed");
        if (!executed.isMissingNode() && !executed.isBoolean()) {
            throw new IllegalArgumentException("executed " + executed + " must be true or false");
        }
        return executed.asBoolean(kind == FaultKind.HANGING || kind == FaultKind.RESET);
    }

    private double retryAfter() {
        return switch (kind) {
            case RATE_LIMITED_SHARED -> 1_336.57;
            case RATE_LIMITED_GLOBAL -> 64.57;
            case EDGE_RATE_LIMITED -> -1;
            default -> 1.337;
        };
    }

    private List<String> bodies() {
        return switch (kind) {
            case RATE_LIMITED -> List.of("json", "header-only", "body-only");
            case EDGE_RATE_LIMITED -> List.of("html", "text", "json");
            default -> List.of("html", "empty", "json");
        };
    }

    /** The first of the list where the field is not given. */
    private String oneOf(String field, List<String> possible) {
        String given = node.has(field) ? node.path(field).asString("") : possible.getFirst();
        if (!possible.contains(given)) {
            throw new IllegalArgumentException(
                    field + " \"" + given + "\" must be one of " + String.join(", ", possible));
        }
        return given;
    }

    private long whole(String field, long least, long most, long otherwise) {
        if (!node.has(field)) {
            return otherwise;
        }
        double value = Scenario.number(node, field, 0);
        if (value < least || value > most || value != Math.rint(value)) {
            String range = most >= Long.MAX_VALUE / 4 ? "from " + least : "from " + least + " to " + most;
            throw new IllegalArgumentException(field + " " + node.path(field) + " must be a whole number " + range);
        }
        return (long) value;
    }
}
