package io.dgas.simulator;

/** One fault as ordered: what goes wrong, for which requests, and the particulars of its kind. */
record Fault(FaultKind kind, Match match, Particulars particulars) {

    /** Endpoint and ticker ({@code *} for every one), the first matching call that is hit, how many are, how likely each. */
    record Match(String endpoint, String symbol, long nth, long times, double probability) {

        boolean covers(Request request) {
            return (endpoint.equals("*") || endpoint.equals(request.endpoint()))
                    && (symbol.equals("*") || symbol.equals(request.ticker()));
        }
    }

    /** Status of a server error; {@code Retry-After} in seconds, negative for none; body of a 429; delay in milliseconds. */
    record Particulars(int status, int retryAfter, String body, long delayMs) {}
}
