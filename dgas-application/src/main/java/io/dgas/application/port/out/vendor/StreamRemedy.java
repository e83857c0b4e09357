package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.util.Set;

/** What may help when trades that should come do not. */
public sealed interface StreamRemedy {

    /** Subscribe these once more, each for itself. */
    record Resubscribe(Set<Instrument> silent) implements StreamRemedy {

        public Resubscribe {
            silent = Set.copyOf(silent);
        }
    }

    /** End the connection and begin another; also begins again where the stream has stopped. */
    record Reconnect(String why) implements StreamRemedy {}
}
