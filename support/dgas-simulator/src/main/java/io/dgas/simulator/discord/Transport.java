package io.dgas.simulator.discord;

import io.dgas.simulator.discord.fault.Fault;
import io.dgas.simulator.discord.fault.FaultKind;
import io.dgas.simulator.http.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts an answer on the wire, whole or as a fault wants it; waiting ends when the simulator stops. */
final class Transport {

    private final CountDownLatch stopped;

    Transport(CountDownLatch stopped) {
        this.stopped = stopped;
    }

    /** True where the connection can be used again. */
    boolean send(Wire wire, Answer answer, Optional<Fault> fault) throws IOException {
        byte[] whole = bytes(answer);
        return switch (fault.map(Fault::kind).orElse(FaultKind.HEADERS_MISSING)) {
            case HANGING -> {
                await(Long.MAX_VALUE);
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
            if (await(delayMs)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(Answer answer) {
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 " + answer.status() + " " + (answer.status() < 300 ? "OK" : "Refused") + "\r\n");
        answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (answer.status() != 204) {
            head.append("Content-Length: " + answer.body().length + "\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(start, start.length + answer.body().length);
        System.arraycopy(answer.body(), 0, whole, start.length, answer.body().length);
        return whole;
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
