package io.dgas.app.wiring;

/**
 * What keeps the data.
 *
 * @param server and its version
 * @param database where it is, without a password
 * @param isWritable whether it takes what is written
 */
public record StoreCondition(String server, String database, boolean isWritable) {}
