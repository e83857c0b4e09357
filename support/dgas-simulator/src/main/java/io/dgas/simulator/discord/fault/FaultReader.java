package io.dgas.simulator.discord.fault;

import io.dgas.simulator.steering.FaultFields;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One fault of a scenario, read field by field. */
final class FaultReader {

    private static final Set<String> WHERE = Set.of("route", "channel");
    private static final List<String> ROUTES =
            List.of("*", "create", "list", "get", "edit", "delete", "me", "channel", "guild", "roles", "member");
    private static final List<String> PERMISSIONS =
            List.of("view-channel", "send-messages", "embed-links", "attach-files", "read-message-history");

    private final FaultFields<FaultKind> fields;
    private final FaultKind kind;

    private FaultReader(FaultFields<FaultKind> fields) {
        this.fields = fields;
        this.kind = fields.kind();
    }

    static Fault fault(JsonNode node) {
        FaultReader reader = new FaultReader(new FaultFields<>(node, FaultKind.values(), WHERE));
        return new Fault(reader.kind, reader.match(), reader.particulars());
    }

    private Fault.Match match() {
        return new Fault.Match(
                fields.oneOf("route", ROUTES), fields.text("channel", "*"), fields.window(), fields.chance());
    }

    private Fault.Particulars particulars() {
        double retryAfter = fields.number("retryAfter", retryAfter());
        if (!Double.isFinite(retryAfter) || retryAfter > 1e9) {
            throw new IllegalArgumentException("retryAfter " + retryAfter + " must be seconds, or below 0 for none");
        }
        return new Fault.Particulars(
                (int) fields.whole("status", 400, 599, kind == FaultKind.API_ERROR ? 400 : 500),
                (int) fields.whole("code", 0, 10_000_000, 0),
                retryAfter,
                fields.whole("delayMs", 0, Long.MAX_VALUE / 4, kind == FaultKind.LATE_READS ? 2_000 : 5),
                (int) fields.whole("count", 1, 1_000_000, 20),
                fields.flag("executed", kind == FaultKind.HANGING || kind == FaultKind.RESET),
                new Fault.Words(
                        fields.oneOf("body", bodies()),
                        fields.text("path", "embeds.0.title"),
                        fields.text("leaf", "BASE_TYPE_MAX_LENGTH"),
                        fields.oneOf("permission", PERMISSIONS)));
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
}
