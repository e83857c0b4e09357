package io.dgas.app.architecture.planted.adapter.web;

import io.dgas.app.architecture.planted.application.cycle.Cycle;

/** Breaks a rule on purpose. */
public record KnowsAUseCase(Cycle cycle) {}
