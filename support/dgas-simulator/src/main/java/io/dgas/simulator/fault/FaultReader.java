package io.dgas.simulator.fault;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One fault of a scenario, read field by field. */
final class FaultReader {

    private static final Set<String> FIELDS =
            Set.of("kind", "endpoint", "symbol", "nth", "times", "probability", "from", "until");

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
        if (kind == FaultKind.RENAMED && !(node.has("symbol") && node.has("as"))) {
            throw new IllegalArgumentException("a fault renamed needs a symbol and the name it is known as from then");
        }
        if (kind.occasion() == Occasion.STATE && (node.has("nth") || node.has("times") || node.has("probability"))) {
            throw new IllegalArgumentException("a fault " + kind.wireName()
                    + " lasts from one instant until another; it has no nth, times or" + " probability");
        }
    }

    private Fault.Match match() {
        double probability = Scenario.number(node, "probability", 1);
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + probability + " must be above 0 and at most 1");
        }
        return new Fault.Match(
                node.path("endpoint").asString("*"),
                ticker(node.path("symbol").asString("*")),
                window(),
                new Fault.Chance(
                        whole("nth", 1, Long.MAX_VALUE, 1),
                        whole("times", 1, Long.MAX_VALUE, Long.MAX_VALUE),
                        probability));
    }

    private static String ticker(String symbol) {
        return symbol.equals("*") || symbol.contains(".") ? symbol : symbol + ".US";
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
        String body = node.path("body").asString("json");
        if (!Set.of("json", "html", "empty").contains(body)) {
            throw new IllegalArgumentException("body \"" + body + "\" must be json, html or empty");
        }
        double ratio = Scenario.number(node, "ratio", 2);
        if (!(ratio > 0)) {
            throw new IllegalArgumentException("ratio " + ratio + " must be above 0");
        }
        return new Fault.Particulars(
                status(),
                (int) whole("retryAfter", -1, 86_400, -1),
                body,
                whole("delayMs", kind == FaultKind.DATE_SKEWED ? Long.MIN_VALUE / 4 : 0, Long.MAX_VALUE / 4, delay()),
                (int) whole("count", 1, 100_000_000, count()),
                ratio,
                ticker(node.path("as").asString("*")));
    }

    private int status() {
        return (int)
                switch (kind) {
                    case WS_CLOSE -> whole("status", 1_000, 4_999, 1_001);
                    case WS_REFUSED -> whole("status", 400, 599, 401);
                    default -> whole("status", 500, 599, 500);
                };
    }

    private long delay() {
        return switch (kind) {
            case WS_AUTHORIZED_LATE -> 20_000;
            case WS_SLOTS_HELD -> 300_000;
            case WS_SNAPSHOT -> 259_200_000;
            case WS_FUTURE, DATE_SKEWED -> 3_600_000;
            case WS_DELAYED -> 90_000;
            default -> 1_000;
        };
    }

    private int count() {
        return switch (kind) {
            case NULL_PLACEHOLDERS -> 5;
            case MISSING_BARS -> 3;
            case WS_OVERSIZED -> 1 << 20;
            default -> 1_000;
        };
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
