package io.dgas.app.settings;

/**
 * One setting as it is in force.
 *
 * @param key with its sections, such as {@code dashboard.port}
 * @param value for people: secrets masked, empty when absent
 * @param from where it comes from: {@code default}, file and line, or a variable
 */
public record EffectiveSetting(String key, String value, String from) {}
