package io.dgas.app.collection;

import io.dgas.adapter.eodhd.stream.EodhdTradeStream;
import io.dgas.application.collection.live.StreamCollection;
import io.dgas.domain.market.Instrument;
import io.dgas.simulator.socket.SocketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The live collection and its vendor, second by second: the collection's clock follows the vendor's when all that was sent
 * has come in, so that what was sent before a bar's grace ended is in the bar.
 */
final class Lockstep implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A ping that is not answered within this is taken for one that never will be, and the clock goes on. */
    private static final Duration PING = Duration.ofMillis(500);

    private final SimulatedSession simulated;
    private final AtomicReference<EodhdTradeStream> stream = new AtomicReference<>();
    private final StreamCollection collection;
    private Instant stepped = Instant.MAX;

    Lockstep(SimulatedSession simulated) {
        this.simulated = simulated;
        List<Instrument> streamed = simulated.parts().plan().onSocket();
        collection = simulated.parts().stream(streamed, simulated.session, listener -> {
            EodhdTradeStream made = simulated.access().stream(listener);
            stream.set(made);
            return made;
        });
    }

    StreamCollection collection() {
        return collection;
    }

    /** Goes on from the vendor's time, to this one and no further. */
    void until(Instant end) {
        for (Instant now = simulated.vendor.clock().instant(); !now.isAfter(end); now = now.plusSeconds(1)) {
            simulated.vendor.clock().set(now);
            settle(stepped.isAfter(now) ? now : stepped);
            collection.step(now);
            settle(now);
            stepped = now;
        }
    }

    private void settle(Instant now) {
        long began = System.nanoTime();
        while (!isSettled() && !isGivenUp(began)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError("at " + now + " the stream is " + collection.status() + " and the vendor has "
                        + simulated.vendor.sockets().states());
            }
            Thread.onSpinWait();
            collection.step(now);
        }
    }

    private boolean isGivenUp(long began) {
        return stream.get().isPingOut() && hasAll() && System.nanoTime() - began > PING.toNanos();
    }

    private boolean isSettled() {
        return switch (collection.status().state()) {
            case CONNECTING -> false;
            case WAITING, STOPPED -> true;
            case AUTHORISING, LIVE -> !stream.get().isPingOut() && hasAll();
        };
    }

    private boolean hasAll() {
        long sent = simulated.vendor.sockets().states().stream()
                .mapToLong(SocketState::messagesSent)
                .sum();
        return stream.get().framesOfConnection() >= sent
                && collection.status().frames().received() >= stream.get().framesReceived();
    }

    @Override
    public void close() {
        collection.close();
    }
}
