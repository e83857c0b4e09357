package io.dgas.domain.signal;

import java.math.BigDecimal;

/** A signal with its explanation. Known at the close of the bar that completed it. */
public sealed interface Signal {

    SignalId id();

    /** Reference price on the tick: an entry's close, an exit's touched or closing price. */
    BigDecimal price();

    /** One plain line for people. */
    String reason();

    /**
     * A position to open.
     *
     * @param confidence evidence that the set-up is right, in [0, 1]; a score, not a probability
     * @param strength evidence that the move is worth it, in [0, 1]
     * @param candidate the set-up with its gates, all passed
     */
    record Entry(
            SignalId id,
            Protection protection,
            Evidence confidence,
            Evidence strength,
            Candidate candidate,
            String reason)
            implements Signal {

        public Entry {
            require(id, id.type().isEntry(), "an entry");
        }

        @Override
        public BigDecimal price() {
            return protection.entry();
        }
    }

    /**
     * A position to close.
     *
     * @param opened the entry that ends
     * @param condition the measured condition that ended it
     */
    record Exit(SignalId id, BigDecimal price, SignalId opened, ExitCause cause, GateResult condition, String reason)
            implements Signal {

        public Exit {
            require(id, !id.type().isEntry(), "an exit");
        }
    }

    private static void require(SignalId id, boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(id + " is not " + what);
        }
    }
}
