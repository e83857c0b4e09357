package io.dgas.simulator.discord;

import io.dgas.simulator.discord.fault.Fault;
import io.dgas.simulator.discord.fault.FaultKind;
import io.dgas.simulator.http.OutgoingAnswer;
import io.dgas.simulator.http.Stop;
import io.dgas.simulator.http.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Puts an answer on the wire, whole or as a fault wants it; waiting ends when the simulator stops. */
final class Transport {

    private final Stop stop;

    Transport(Stop stop) {
        this.stop = stop;
    }

    /** True where the connection can be used again. */
    boolean send(Wire wire, Answer answer, Optional<Fault> fault) throws IOException {
        byte[] whole = new OutgoingAnswer(answer.status(), answer.headers(), answer.body()).bytes();
        return switch (fault.map(Fault::kind).orElse(FaultKind.HEADERS_MISSING)) {
            case HANGING -> {
                stop.await(Long.MAX_VALUE);
                yield false;
            }
            case DROPPED -> false;
            case RESET -> {
                wire.out().write(Arrays.copyOf(whole, whole.length - answer.body().length / 2 - 1));
                wire.reset();
                yield false;
            }
            case TRICKLE ->
                trickled(wire, whole, fault.orElseThrow().particulars().delayMs());
            default -> {
                wire.out().write(whole);
                yield true;
            }
        };
    }

    private boolean trickled(Wire wire, byte[] whole, long delayMs) throws IOException {
        for (byte each : whole) {
            wire.out().write(each);
            if (stop.await(delayMs)) {
                return false;
            }
        }
        return true;
    }
}
