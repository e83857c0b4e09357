package io.dgas.app.architecture.planted.application.cycle;

import io.dgas.app.architecture.planted.application.port.out.ReturnsTo;

/** Breaks a rule on purpose. */
public record Turns(ReturnsTo other) {}
