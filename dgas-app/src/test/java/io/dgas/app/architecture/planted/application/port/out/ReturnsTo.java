package io.dgas.app.architecture.planted.application.port.out;

import io.dgas.app.architecture.planted.application.cycle.Cycle;

/** Breaks a rule on purpose. */
public record ReturnsTo(Cycle cycle) {}
