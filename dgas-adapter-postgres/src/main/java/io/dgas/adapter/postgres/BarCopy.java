package io.dgas.adapter.postgres;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

/**
 * Sends bars as a binary COPY.
 *
 * @param ids the number of every instrument that is sent
 */
record BarCopy(Connection connection, Map<Instrument, Integer> ids) {

    private static final String COLUMNS = "symbol_id, interval_type, \"timestamp\", open, high, low, close, volume";
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 256;
    private static final int BAR_FIELDS = 8;
    private static final int ROW_FIELDS = BAR_FIELDS + 3;

    /** Straight into the table, with where the bars came from and when. */
    long toTable(List<BarSelection> bars, BarSource source, Instant recordedAt) throws SQLException {
        if (bars.isEmpty()) {
            return 0;
        }
        ByteBuffer origin = ByteBuffer.allocate(LONGEST_ROW);
        putText(origin, ascii(source.code()));
        putText(origin, ascii(source.standing().name()));
        putLong(origin, StoredTime.micros(recordedAt));
        origin.flip();
        return send("market_data (" + COLUMNS + ", source, standing, recorded_at)", bars, ROW_FIELDS, origin);
    }

    /** Into a table of the bars' own columns alone. */
    long toStage(String table, List<BarSelection> bars) throws SQLException {
        return send(table, bars, BAR_FIELDS, ByteBuffer.allocate(0));
    }

    private long send(String target, List<BarSelection> bars, int fields, ByteBuffer rest) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        try {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER).put(HEADER);
            for (BarSelection one : bars) {
                send(copy, buffer, one, new Frame((short) fields, rest));
            }
            buffer.putShort((short) -1);
            flush(copy, buffer);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** What every row of a copy has: how many fields, and the bytes after the bar's own. */
    private record Frame(short fields, ByteBuffer rest) {}

    private void send(CopyIn copy, ByteBuffer buffer, BarSelection selection, Frame frame) throws SQLException {
        BarSeries series = selection.series();
        int id = ids.getOrDefault(series.key().instrument(), 0);
        byte[] code = ascii(series.key().timeframe().code());
        for (int bar = selection.bars().nextSetBit(0);
                bar >= 0;
                bar = selection.bars().nextSetBit(bar + 1)) {
            if (buffer.remaining() < LONGEST_ROW) {
                flush(copy, buffer);
            }
            buffer.putShort(frame.fields()).putInt(Integer.BYTES).putInt(id);
            putText(buffer, code);
            putLong(buffer, StoredTime.micros(series.openSecond(bar)));
            putDouble(buffer, series.open(bar));
            putDouble(buffer, series.high(bar));
            putDouble(buffer, series.low(bar));
            putDouble(buffer, series.close(bar));
            putDouble(buffer, series.volume(bar));
            buffer.put(frame.rest().duplicate());
        }
    }

    private static void flush(CopyIn copy, ByteBuffer buffer) throws SQLException {
        copy.writeToCopy(ByteStreamWriter.of(buffer.flip()));
        buffer.clear();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void putText(ByteBuffer buffer, byte[] text) {
        buffer.putInt(text.length).put(text);
    }

    private static void putLong(ByteBuffer buffer, long value) {
        buffer.putInt(Long.BYTES).putLong(value);
    }

    private static void putDouble(ByteBuffer buffer, double value) {
        buffer.putInt(Double.BYTES).putDouble(value);
    }
}
