package io.dgas.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** One answer as it goes out. */
public record OutgoingAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final int NO_CONTENT = 204;

    /** All of it, with the length of its body; without any where the status says that there is no body. */
    public byte[] bytes() {
        return bytes(body.length);
    }

    /** All of it, with a Content-Length that need not be true. */
    public byte[] bytes(int length) {
        byte[] head = head(length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private String head(int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + (status < 300 ? "OK" : "Refused") + "\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (status != NO_CONTENT) {
            head.append("Content-Length: " + length + "\r\n");
        }
        return head.append("\r\n").toString();
    }
}
