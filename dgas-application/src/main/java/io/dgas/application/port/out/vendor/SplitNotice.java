package io.dgas.application.port.out.vendor;

import java.time.LocalDate;

/**
 * A split as the vendor tells it; it does not tell when it became known.
 *
 * @param ratio new shares for one old share, above 0
 */
public record SplitNotice(LocalDate exDate, double ratio) {}
