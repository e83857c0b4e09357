package io.dgas.simulator.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a client sends: whole messages put together from masked frames, and control frames as they come. */
final class MessageReader {

    /** A message or a control frame; the opcode is that of its first frame. */
    record Message(int opcode, byte[] payload) {

        /** The payload as text, which must be UTF-8. */
        String text() throws BrokenProtocol {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(payload))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new BrokenProtocol(BrokenProtocol.INVALID_TEXT, "a text that is not UTF-8");
            }
        }
    }

    /** The longest message a client may send: room for thousands of symbols. */
    private static final int LONGEST = 1 << 18;

    private static final int LONGEST_CONTROL = 125;
    private static final int RESERVED_BITS = 0x70;
    private static final int MASK_BIT = 0x80;

    private record Frame(boolean last, int opcode, byte[] payload) {}

    private final DataInputStream in;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private int begun = Frames.CONTINUATION;

    MessageReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Waits for the next message or control frame.
     *
     * @throws BrokenProtocol where the client breaks the protocol
     * @throws IOException where the connection ends
     */
    Message next() throws IOException {
        while (true) {
            Frame frame = frame();
            if (frame.opcode >= Frames.CLOSE) {
                return new Message(frame.opcode, frame.payload);
            }
            gather(frame);
            if (frame.last) {
                Message message = new Message(begun, parts.toByteArray());
                parts.reset();
                begun = Frames.CONTINUATION;
                return message;
            }
        }
    }

    private void gather(Frame frame) throws IOException {
        boolean continues = frame.opcode == Frames.CONTINUATION;
        if (continues != (begun != Frames.CONTINUATION)) {
            throw broken(continues ? "a continuation of nothing" : "a message inside another");
        }
        begun = continues ? begun : frame.opcode;
        parts.write(frame.payload);
        if (parts.size() > LONGEST) {
            throw new BrokenProtocol(BrokenProtocol.TOO_BIG, "a message of more than " + LONGEST + " bytes");
        }
    }

    private Frame frame() throws IOException {
        int head = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int opcode = head & 0x0F;
        boolean last = (head & Frames.FINAL) != 0;
        if ((head & RESERVED_BITS) != 0 || (second & MASK_BIT) == 0) {
            throw broken("reserved bits, or a frame that is not masked");
        }
        if (opcode > Frames.PONG || (opcode > Frames.BINARY && opcode < Frames.CLOSE)) {
            throw broken("opcode " + opcode);
        }
        long length = length(second & 0x7F);
        if (opcode >= Frames.CLOSE && (length > LONGEST_CONTROL || !last)) {
            throw broken("a control frame in parts or of more than " + LONGEST_CONTROL + " bytes");
        }
        return new Frame(last, opcode, payload(length));
    }

    private long length(int short7) throws IOException {
        long length = switch (short7) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> short7;
        };
        if (length < 0 || length > LONGEST) {
            throw new BrokenProtocol(BrokenProtocol.TOO_BIG, "a frame of " + length + " bytes");
        }
        return length;
    }

    private byte[] payload(long length) throws IOException {
        byte[] mask = new byte[4];
        in.readFully(mask);
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        for (int index = 0; index < payload.length; index++) {
            payload[index] ^= mask[index % 4];
        }
        return payload;
    }

    private static BrokenProtocol broken(String what) {
        return new BrokenProtocol(BrokenProtocol.PROTOCOL_ERROR, what);
    }
}
