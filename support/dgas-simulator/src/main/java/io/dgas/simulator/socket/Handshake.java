package io.dgas.simulator.socket;

import io.dgas.simulator.http.IncomingRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The opening handshake of RFC 6455. */
final class Handshake {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    /** The answer that accepts; empty where the request does not ask for a WebSocket of version 13. */
    static Optional<byte[]> accepted(IncomingRequest request) {
        boolean upgrade = request.header("upgrade")
                .filter(value -> value.toLowerCase(Locale.ROOT).equals("websocket"))
                .isPresent();
        boolean version =
                request.header("sec-websocket-version").filter("13"::equals).isPresent();
        return request.header("sec-websocket-key")
                .filter(key -> upgrade && version && request.method().equals("GET"))
                .map(key -> ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n"));
    }

    /** An answer that refuses and ends the connection. */
    static byte[] refused(int status, String body) {
        return ascii("HTTP/1.1 " + status + " Refused\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha1.digest(ascii(key + MAGIC)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
