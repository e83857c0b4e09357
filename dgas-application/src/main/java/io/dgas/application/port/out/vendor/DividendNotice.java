package io.dgas.application.port.out.vendor;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A cash dividend as the vendor tells it.
 *
 * @param amount for one share as it was before the ex-date, above 0, adjusted for no split
 * @param currency of the amount, as the vendor writes it: {@code USD}
 * @param declared when the company announced it, where the vendor knows
 */
public record DividendNotice(LocalDate exDate, double amount, String currency, Optional<LocalDate> declared) {}
