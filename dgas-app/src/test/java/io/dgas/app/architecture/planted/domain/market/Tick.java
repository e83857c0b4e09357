package io.dgas.app.architecture.planted.domain.market;

/** Keeps the rules. */
public record Tick(double price) {}
