package io.dgas.simulator.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames of RFC 6455 as a server sends them: unmasked, and without extensions. */
final class Frames {

    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    static final int FINAL = 0x80;

    private static final int ONE_BYTE_LENGTH = 125;
    private static final int TWO_BYTE_LENGTH = 0xFFFF;
    private static final byte[] NOTHING = {};

    private Frames() {}

    static byte[] text(String text) {
        return frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] binary(String text) {
        return frame(FINAL | BINARY, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] pong(byte[] payload) {
        return frame(FINAL | PONG, payload);
    }

    static byte[] close(int code) {
        return frame(
                FINAL | CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** A text in three frames, with a ping between the second and the third. */
    static byte[] fragmented(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int third = bytes.length / 3;
        return joined(
                frame(TEXT, Arrays.copyOfRange(bytes, 0, third)),
                frame(CONTINUATION, Arrays.copyOfRange(bytes, third, 2 * third)),
                frame(FINAL | PING, NOTHING),
                frame(FINAL | CONTINUATION, Arrays.copyOfRange(bytes, 2 * third, bytes.length)));
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    private static byte[] frame(int head, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) head);
        if (payload.length <= ONE_BYTE_LENGTH) {
            frame.put((byte) payload.length);
        } else if (payload.length <= TWO_BYTE_LENGTH) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
