package io.dgas.simulator.discord;

import java.util.Map;

/** A file as a request brings it. */
record Upload(String filename, String contentType, byte[] content) {

    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "webp", "image/webp");

    /** Whether an embed can show it, which the name decides. */
    boolean isPicture() {
        return PICTURES.containsKey(filename.substring(filename.lastIndexOf('.') + 1));
    }
}
