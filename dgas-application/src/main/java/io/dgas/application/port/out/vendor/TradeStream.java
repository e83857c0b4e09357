package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;

/**
 * Live trades over one connection, which it keeps up by itself. It has no clock and no timer: everything happens in
 * {@link #tick}, which its owner calls often, at least once a second; trades come as fast as it ticks. All methods but
 * {@link #status} belong to the owner's thread. Throws nothing on behalf of the vendor.
 */
public interface TradeStream extends AutoCloseable {

    /**
     * From the next tick on, the trades of these instruments and no others, the dearest first: where the vendor takes
     * fewer, those at the end are refused. With none, the connection is left alone.
     */
    void follow(List<Instrument> instruments);

    /** Hands over the trades that have come, and does what is due at this time. */
    void tick(Instant now);

    /** Does with the next tick what a watchdog asks for. */
    void heal(StreamRemedy remedy);

    /** How it stands as of the last tick. May be asked by any thread. */
    StreamStatus status();

    /** Ends the connection; nothing happens afterwards. */
    @Override
    void close();
}
