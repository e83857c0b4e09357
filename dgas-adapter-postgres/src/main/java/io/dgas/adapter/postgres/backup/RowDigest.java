package io.dgas.adapter.postgres.backup;

import java.io.OutputStream;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * Sums up rows, each ended by a line feed, which text of COPY holds nowhere else. The order of rows has no part in it: a
 * database gives its rows in any order.
 */
final class RowDigest extends OutputStream {

    private static final int STEP = 100_000;
    private static final int LENGTH = 32;

    private final MessageDigest row = sha256();
    private final byte[] hash = new byte[LENGTH];
    private final byte[] sum = new byte[LENGTH];
    private final LongConsumer watch;
    private long rows;
    private boolean isWithinRow;

    /** @param watch is told the number of rows at every 100,000 */
    RowDigest(LongConsumer watch) {
        this.watch = watch;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int from = offset;
        for (int at = offset; at < end; at++) {
            if (bytes[at] == '\n') {
                row.update(bytes, from, at + 1 - from);
                endRow();
                from = at + 1;
            }
        }
        row.update(bytes, from, end - from);
        if (length > 0) {
            isWithinRow = from < end;
        }
    }

    private void endRow() {
        try {
            row.digest(hash, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has " + LENGTH + " bytes", e);
        }
        int carry = 0;
        for (int i = LENGTH - 1; i >= 0; i--) {
            carry += (sum[i] & 0xFF) + (hash[i] & 0xFF);
            sum[i] = (byte) carry;
            carry >>>= Byte.SIZE;
        }
        if (++rows % STEP == 0) {
            watch.accept(rows);
        }
    }

    /** Of all rows so far, one without its end included. */
    RowSum sum() {
        if (isWithinRow) {
            endRow();
            isWithinRow = false;
        }
        return new RowSum(rows, HexFormat.of().formatHex(sum));
    }
}
