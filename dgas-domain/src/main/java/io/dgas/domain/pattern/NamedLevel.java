package io.dgas.domain.pattern;

/** A level that a pattern names. Value in price units. */
public record NamedLevel(String name, double value) {}
