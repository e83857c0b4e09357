package io.dgas.application.collection.health;

import java.time.Instant;

/**
 * Too much fails.
 *
 * @param since when the first cycle of an unbroken row of bad ones began
 * @param reason what failed in the newest of them, for people
 */
public record Alert(Instant since, String reason) {}
