package io.dgas.app.architecture.planted.domain;

/** Breaks a rule on purpose. */
public final class OnNoStep {}
