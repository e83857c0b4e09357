package io.dgas.app.architecture.planted.domain.level;

import io.dgas.app.architecture.planted.domain.market.Tick;

/** Keeps the rules. */
public record Line(Tick from, Tick to) {}
