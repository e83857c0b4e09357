package io.dgas.adapter.web.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of pages as it is now.
 *
 * @param version told by the content, so that it means the same after a restart
 */
record Part(String name, String version, String html) {

    private static final int VERSION_DIGITS = 12;

    static Part of(String name, String html) {
        return new Part(name, version(html), html);
    }

    private static String version(String html) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Message message() {
        TreeMap<String, Object> document = new TreeMap<>();
        document.put("part", name);
        document.put("version", version);
        document.put("html", html);
        return new Message(name, JsonMapper.shared().writeValueAsString(document));
    }
}
