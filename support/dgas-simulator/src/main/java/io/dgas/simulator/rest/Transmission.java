package io.dgas.simulator.rest;

import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.http.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Puts a reply on the wire, whole or as a fault wants it; waiting ends when the simulator stops. */
public final class Transmission {

    private final CountDownLatch stopped;

    public Transmission(CountDownLatch stopped) {
        this.stopped = stopped;
    }

    /** True where the connection can be used again. */
    public boolean send(Wire wire, Reply reply, Optional<Fault> fault) throws IOException {
        return switch (fault.map(Fault::kind).orElse(FaultKind.HEADERS_MISSING)) {
            case SLOW -> {
                await(fault.orElseThrow().particulars().delayMs());
                yield whole(wire, reply);
            }
            case HANGING -> {
                await(Long.MAX_VALUE);
                yield false;
            }
            case DROPPED -> false;
            case RESET -> {
                wire.reset();
                yield false;
            }
            case BODY_CUT -> cut(wire, reply, reply.bytes());
            case GZIP_CUT -> cut(wire, reply.with("Content-Encoding", "gzip"), zipped(reply.bytes()));
            default -> whole(wire, reply);
        };
    }

    private static boolean whole(Wire wire, Reply reply) throws IOException {
        byte[] body = reply.bytes();
        write(wire, head(reply, body.length), body);
        return true;
    }

    /** A cut gzip body is complete HTTP with half a file in it; any other is less than its Content-Length. */
    private static boolean cut(Wire wire, Reply reply, byte[] bytes) throws IOException {
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        boolean zipped = reply.headers().containsKey("Content-Encoding");
        write(wire, head(reply, zipped ? half.length : bytes.length), half);
        return zipped;
    }

    private static void write(Wire wire, byte[] head, byte[] body) throws IOException {
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        wire.out().write(whole);
    }

    private static byte[] head(Reply reply, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " " + reason(reply.status()) + "\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + length + "\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String reason(int status) {
        return status == 200 ? "OK" : "Refused";
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }

    private boolean await(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
