package io.dgas.simulator.rest;

import io.dgas.simulator.fault.Fault;
import java.util.Optional;

/** The faults that answer instead of the endpoint. */
final class FaultyReply {

    private static final String PAGE =
            "<!DOCTYPE html>\n<html><head><title>EODHD</title></head><body><h1>One moment, please</h1></body></html>";

    private FaultyReply() {}

    /** Empty where the fault spoils the true answer or its transmission instead. */
    static Optional<Reply> of(Fault fault, Request request) {
        return Optional.ofNullable(
                switch (fault.kind()) {
                    case UNAUTHENTICATED -> Reply.unauthenticated();
                    case QUOTA -> Reply.quotaUsedUp();
                    case QUOTA_AS_200 -> Reply.text(200, Reply.quotaUsedUp().body());
                    case FORBIDDEN -> Reply.forbidden();
                    case FORBIDDEN_FEED ->
                        Reply.text(403, "Forbidden. You have no access to Historical Market Cap Data Feed.");
                    case FORBIDDEN_FREE -> Reply.forbiddenToFreeUsers();
                    case NOT_FOUND -> Reply.tickerNotFound();
                    case NOT_FOUND_PAGE -> Reply.pageNotFound(request.line());
                    case SPAN_INVALID -> Reply.invalid("\"to\":[\"Max period length is 120 days\"]");
                    case SPAN_INVALID_BOTH ->
                        Reply.invalid("\"to\":[\"Max period length is 600 days\"],"
                                + "\"from\":[\"Max period length is 600 days\"]");
                    case INTERVAL_INVALID -> Reply.invalid("\"interval\":[\"The selected interval is invalid.\"]");
                    case RATE_LIMITED -> rateLimited(fault.particulars());
                    case SERVER_ERROR -> serverError(fault.particulars().status());
                    case PAGE_AS_200 -> Reply.text(200, PAGE);
                    case ERROR_AS_200 -> Reply.json(200, "{\"error\":\"Forbidden\",\"code\":403}");
                    case ERRORS_AS_200 -> Reply.json(200, "{\"errors\":{\"symbol\":[\"The symbol is invalid.\"]}}");
                    default -> null;
                });
    }

    private static Reply rateLimited(Fault.Particulars particulars) {
        Reply reply = switch (particulars.body()) {
            case "html" ->
                Reply.text(429, "<html><head><title>429 Too Many Requests</title></head><body></body></html>");
            case "empty" -> Reply.text(429, "");
            default -> Reply.tooManyRequests();
        };
        int retryAfter = particulars.retryAfter();
        return retryAfter < 0 ? reply : reply.with("Retry-After", Integer.toString(retryAfter));
    }

    private static Reply serverError(int status) {
        return Reply.text(
                status,
                "<html><head><title>" + status + "</title></head><body><center><h1>" + status
                        + "</h1></center><hr><center>nginx</center></body></html>");
    }
}
