package io.dgas.app.architecture.planted.domain.market;

import io.dgas.app.architecture.planted.domain.level.Line;

/** Breaks a rule on purpose. */
public record LooksUp(Line line) {}
