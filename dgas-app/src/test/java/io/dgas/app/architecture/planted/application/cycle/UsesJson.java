package io.dgas.app.architecture.planted.application.cycle;

import tools.jackson.databind.JsonNode;

/** Breaks a rule on purpose. */
public record UsesJson(JsonNode node) {}
