package io.dgas.app.architecture.planted.app.beta;

import io.dgas.app.architecture.planted.app.alpha.Prints;

/** Breaks a rule on purpose. */
public record EndsWhereItBegan(Prints begin) {}
