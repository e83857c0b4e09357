package io.dgas.adapter.postgres.backup;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last bytes of a backup: the SHA-256 of all bytes before them. To a reader of zip archives it is the comment. */
final class Seal {

    private static final String WORDS = "dgas backup, sha256 ";
    private static final Pattern FORM = Pattern.compile(Pattern.quote(WORDS) + "([0-9a-f]{64})");

    /** What stands in its place until the rest is written. */
    static final String BLANK = WORDS + "0".repeat(64);

    static final int LENGTH = BLANK.length();

    private Seal() {}

    /** Puts it on a file that ends with a blank one. */
    static void put(FileChannel file) throws IOException {
        long end = file.size() - LENGTH;
        MessageDigest digest = RowDigest.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (long at = 0; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            fill(file, buffer, at);
            digest.update(buffer.flip());
        }
        ByteBuffer seal = ByteBuffer.wrap((WORDS + hex(digest)).getBytes(StandardCharsets.US_ASCII));
        while (seal.hasRemaining()) {
            file.write(seal, end + seal.position());
        }
    }

    private static void fill(FileChannel file, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }

    /** What the seal says of the bytes before it; empty where there is none. */
    static Optional<String> of(FileChannel file) throws IOException {
        if (file.size() < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer last = ByteBuffer.allocate(LENGTH);
        fill(file, last, file.size() - LENGTH);
        Matcher seal = FORM.matcher(new String(last.array(), StandardCharsets.ISO_8859_1));
        return seal.matches() ? Optional.of(seal.group(1)) : Optional.empty();
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The bytes of a file before this place. */
    static InputStream upTo(FileChannel file, long end) {
        return new UpTo(Channels.newInputStream(file), end);
    }

    private static final class UpTo extends FilterInputStream {
        private long left;

        UpTo(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = left == 0 ? -1 : in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, 1 << 16)).length;
        }
    }
}
