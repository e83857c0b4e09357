package io.dgas.domain.bar;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact that changes what an older price means. In force from the open of the session of {@link #exDate}; usable for a
 * decision only from {@link #knownAt}.
 */
public sealed interface CorporateAction {

    Instrument instrument();

    /** The first date on which the instrument trades without the right: the split is done, the dividend is gone. */
    LocalDate exDate();

    /** When the fact became known to the system's user; a file that does not say is taken to say the ex-date's open. */
    Instant knownAt();

    /**
     * A split.
     *
     * @param ratio new shares for one old share: 7 for seven to one, 0.1 for a reverse split of one for ten
     */
    record Split(Instrument instrument, LocalDate exDate, Instant knownAt, double ratio) implements CorporateAction {
        public Split {
            if (!(ratio > 0) || !Double.isFinite(ratio)) {
                throw new IllegalArgumentException(
                        instrument + " " + exDate + ": a split ratio is above 0, got " + ratio);
            }
        }
    }

    /**
     * A dividend in cash.
     *
     * @param amount dollars for one share as it was before the ex-date, unadjusted
     */
    record CashDividend(Instrument instrument, LocalDate exDate, Instant knownAt, double amount)
            implements CorporateAction {
        public CashDividend {
            if (!(amount > 0) || !Double.isFinite(amount)) {
                throw new IllegalArgumentException(
                        instrument + " " + exDate + ": a dividend is above 0, got " + amount);
            }
        }
    }
}
