package io.dgas.simulator.discord;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code multipart/form-data} body: the JSON and the files. */
record Multipart(byte[] payload, Map<Integer, Upload> files) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILENAME = Pattern.compile("[; ]filename=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("files\\[(\\d)]");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\r\n]+)");

    /** Empty where the body is not what its type says. */
    static Optional<Multipart> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        // one character a byte, so that bytes survive
        String text = "\r\n" + new String(body, ISO_8859_1);
        if (!boundary.find() || !text.contains("\r\n--" + boundary.group(1) + "--")) {
            return Optional.empty();
        }
        byte[] payload = "{}".getBytes(UTF_8);
        Map<Integer, Upload> files = new LinkedHashMap<>();
        String[] parts = text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        for (int at = 1; at < parts.length - 1; at++) {
            int blank = parts[at].indexOf("\r\n\r\n");
            if (blank < 0) {
                return Optional.empty();
            }
            String head = parts[at].substring(0, blank);
            byte[] content = parts[at].substring(blank + 4).getBytes(ISO_8859_1);
            String name = found(NAME, head);
            if (name.equals("payload_json")) {
                payload = content;
            }
            Matcher file = FILE.matcher(name);
            if (file.matches()) {
                files.put(Integer.parseInt(file.group(1)), upload(head, content));
            }
        }
        return Optional.of(new Multipart(payload, files));
    }

    private static Upload upload(String head, byte[] content) {
        String filename = found(FILENAME, head).replaceAll("[^A-Za-z0-9_.\\-]", "_");
        return new Upload(filename, found(TYPE, head).strip().toLowerCase(Locale.ROOT), content);
    }

    private static String found(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }
}
