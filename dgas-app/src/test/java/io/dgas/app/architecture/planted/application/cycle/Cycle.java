package io.dgas.app.architecture.planted.application.cycle;

import io.dgas.app.architecture.planted.application.port.out.Store;

/** Keeps the rules. */
public record Cycle(Store store) {}
