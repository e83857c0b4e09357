package io.dgas.app.architecture.planted.app.alpha;

import io.dgas.app.architecture.planted.app.beta.EndsWhereItBegan;

/** Breaks a rule on purpose. */
public record Begins(EndsWhereItBegan end) {}
