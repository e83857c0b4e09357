package io.dgas.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request as it came in; header names are in lower case. */
public record IncomingRequest(String method, String target, Map<String, String> headers, byte[] content) {

    private static final int LONGEST_LINE = 65_536;
    private static final int LONGEST_CONTENT = 1 << 26;
    private static final int MOST_HEADERS = 200;

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** The body as text in UTF-8. */
    public String body() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Empty where the client has ended the connection, or speaks no HTTP. */
    static Optional<IncomingRequest> read(InputStream in) throws IOException {
        String[] line = line(in).split(" ", -1);
        if (line.length != 3) {
            return Optional.empty();
        }
        Map<String, String> headers = headers(in);
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length < 0 || length > LONGEST_CONTENT) {
            throw new IOException("a body of " + length + " bytes, of at most " + LONGEST_CONTENT);
        }
        return Optional.of(new IncomingRequest(line[0], line[1], headers, in.readNBytes(length)));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        String line = line(in);
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_HEADERS) {
                throw new IOException("not a header of HTTP: " + line);
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
            line = line(in);
        }
        return headers;
    }

    /** Up to the next line end, without it; empty at the end of the stream too. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
