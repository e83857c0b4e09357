package io.dgas.simulator.rest;

import tools.jackson.databind.JsonNode;

/** What an endpoint makes of a request, and how many calls it costs. */
sealed interface Answer {

    int cost();

    record Data(JsonNode body, int cost) implements Answer {}

    record Refusal(Reply reply, int cost) implements Answer {}

    static Answer unknownTicker() {
        return new Refusal(Reply.tickerNotFound(), 1);
    }

    static Answer invalid(String errors) {
        return new Refusal(Reply.invalid(errors), 0);
    }
}
