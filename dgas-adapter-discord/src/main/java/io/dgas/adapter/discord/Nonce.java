package io.dgas.adapter.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.application.port.out.notice.NoticeId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The word by which Discord knows a repeat: the same for each try of a notice in a channel. Discord keeps nonces by author,
 * not by channel, hence the channel in it.
 */
final class Nonce {

    /** Of the way notices are written, should another text ever have to go out under the same id. */
    private static final String REVISION = "1";

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 24;
    private static final int BITS = 5;

    private Nonce() {}

    static String of(NoticeId id, String channelId) {
        byte[] digest = sha256(id.text() + '\0' + channelId + '\0' + REVISION);
        StringBuilder nonce = new StringBuilder(LENGTH);
        for (int bit = 0; nonce.length() < LENGTH; bit += BITS) {
            nonce.append(ALPHABET.charAt(fiveBits(digest, bit)));
        }
        return nonce.toString();
    }

    private static int fiveBits(byte[] bytes, int from) {
        int pair = ((bytes[from / 8] & 0xFF) << 8) | (bytes[from / 8 + 1] & 0xFF);
        return (pair >> (16 - BITS - from % 8)) & 0x1F;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
