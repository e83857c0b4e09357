package io.dgas.simulator.fault;

import io.dgas.simulator.steering.FaultFields;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One fault of a scenario, read field by field. */
final class FaultReader {

    private static final Set<String> WHERE = Set.of("endpoint", "symbol");

    private final FaultFields<FaultKind> fields;
    private final FaultKind kind;

    private FaultReader(FaultFields<FaultKind> fields) {
        this.fields = fields;
        this.kind = fields.kind();
        if (kind == FaultKind.RENAMED && !(fields.has("symbol") && fields.has("as"))) {
            throw new IllegalArgumentException("a fault renamed needs a symbol and the name it is known as from then");
        }
    }

    static Fault fault(JsonNode node) {
        FaultReader reader = new FaultReader(new FaultFields<>(node, FaultKind.values(), WHERE));
        return new Fault(reader.kind, reader.match(), reader.particulars());
    }

    private Fault.Match match() {
        return new Fault.Match(fields.text("endpoint", "*"), ticker("symbol"), fields.window(), fields.chance());
    }

    private String ticker(String field) {
        String symbol = fields.text(field, "*");
        return symbol.equals("*") || symbol.contains(".") ? symbol : symbol + ".US";
    }

    private Fault.Particulars particulars() {
        double ratio = fields.number("ratio", 2);
        if (!(ratio > 0)) {
            throw new IllegalArgumentException("ratio " + ratio + " must be above 0");
        }
        return new Fault.Particulars(
                status(),
                (int) fields.whole("retryAfter", -1, 86_400, -1),
                fields.oneOf("body", List.of("json", "html", "empty")),
                fields.whole(
                        "delayMs", kind == FaultKind.DATE_SKEWED ? Long.MIN_VALUE / 4 : 0, Long.MAX_VALUE / 4, delay()),
                (int) fields.whole("count", 1, 100_000_000, count()),
                ratio,
                ticker("as"));
    }

    private int status() {
        return (int)
                switch (kind) {
                    case WS_CLOSE -> fields.whole("status", 1_000, 4_999, 1_001);
                    case WS_REFUSED -> fields.whole("status", 400, 599, 401);
                    default -> fields.whole("status", 500, 599, 500);
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
}
