package io.dgas.app.architecture.planted.adapter.web;

import io.dgas.app.architecture.planted.app.alpha.Prints;

/** Breaks a rule on purpose. */
public record KnowsTheApp(Prints prints) {}
