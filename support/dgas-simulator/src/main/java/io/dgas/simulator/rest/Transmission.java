package io.dgas.simulator.rest;

import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.http.OutgoingAnswer;
import io.dgas.simulator.http.Stop;
import io.dgas.simulator.http.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Puts a reply on the wire, whole or as a fault wants it; waiting ends when the simulator stops. */
public final class Transmission {

    private final Stop stop;

    public Transmission(Stop stop) {
        this.stop = stop;
    }

    /** True where the connection can be used again. */
    public boolean send(Wire wire, Reply reply, Optional<Fault> fault) throws IOException {
        return switch (fault.map(Fault::kind).orElse(FaultKind.HEADERS_MISSING)) {
            case SLOW -> {
                stop.await(fault.orElseThrow().particulars().delayMs());
                yield whole(wire, reply);
            }
            case HANGING -> {
                stop.await(Long.MAX_VALUE);
                yield false;
            }
            case DROPPED -> false;
            case RESET -> {
                wire.reset();
                yield false;
            }
            case BODY_STALLED -> {
                cut(wire, reply, reply.bytes());
                stop.await(Long.MAX_VALUE);
                yield false;
            }
            case BODY_CUT -> cut(wire, reply, reply.bytes());
            case GZIP_CUT -> cut(wire, reply.with("Content-Encoding", "gzip"), zipped(reply.bytes()));
            default -> whole(wire, reply);
        };
    }

    private static boolean whole(Wire wire, Reply reply) throws IOException {
        wire.out().write(outgoing(reply, reply.bytes()).bytes());
        return true;
    }

    /** A cut gzip body is complete HTTP with half a file in it; any other is less than its Content-Length. */
    private static boolean cut(Wire wire, Reply reply, byte[] bytes) throws IOException {
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        boolean zipped = reply.headers().containsKey("Content-Encoding");
        wire.out().write(outgoing(reply, half).bytes(zipped ? half.length : bytes.length));
        return zipped;
    }

    private static OutgoingAnswer outgoing(Reply reply, byte[] body) {
        return new OutgoingAnswer(reply.status(), reply.headers(), body);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
