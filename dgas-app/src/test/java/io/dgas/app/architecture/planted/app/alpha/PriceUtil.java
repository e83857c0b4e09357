package io.dgas.app.architecture.planted.app.alpha;

/** Breaks a rule on purpose. */
public final class PriceUtil {}
