package io.dgas.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Puts a reply on the wire, whole or as a fault wants it; waiting ends when the simulator stops. */
final class Transmission {

    private final CountDownLatch stopped;

    Transmission(CountDownLatch stopped) {
        this.stopped = stopped;
    }

    void send(HttpExchange exchange, Reply reply, Optional<Fault> fault) throws IOException {
        switch (fault.map(Fault::kind).orElse(FaultKind.HEADERS_MISSING)) {
            case SLOW -> {
                await(fault.orElseThrow().particulars().delayMs());
                whole(exchange, reply);
            }
            case HANGING -> {
                await(Long.MAX_VALUE);
                exchange.close();
            }
            case DROPPED -> exchange.close();
            case BODY_CUT -> cut(exchange, reply, reply.bytes());
            case GZIP_CUT -> cut(exchange, reply.with("Content-Encoding", "gzip"), zipped(reply.bytes()));
            default -> whole(exchange, reply);
        }
    }

    private static void whole(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.bytes();
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A cut gzip body is complete HTTP with half a file in it; any other is less than its Content-Length. */
    private static void cut(HttpExchange exchange, Reply reply, byte[] bytes) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        boolean zipped = reply.headers().containsKey("Content-Encoding");
        exchange.sendResponseHeaders(reply.status(), zipped ? half.length : bytes.length);
        exchange.getResponseBody().write(half);
        exchange.getResponseBody().flush();
        exchange.close();
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
