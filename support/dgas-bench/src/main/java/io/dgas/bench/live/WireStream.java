package io.dgas.bench.live;

import io.dgas.adapter.eodhd.ApiToken;
import io.dgas.adapter.eodhd.stream.EodhdTradeStream;
import io.dgas.adapter.eodhd.stream.StreamRules;
import io.dgas.adapter.eodhd.stream.StreamSettings;
import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.domain.market.Instrument;
import io.dgas.testkit.trades.HandFedSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** The collection's own stream, on a socket that hands over each frame as the JDK's does: decoded from UTF-8, one by one. */
final class WireStream implements TapeStream {

    private static final String AUTHORISED = "{\"status_code\":200,\"message\":\"Authorized\"}";
    private static final int CAP = 1_000;

    private final HandFedSocket socket = new HandFedSocket();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final EodhdTradeStream stream;

    WireStream(TradeListener listener) {
        StreamSettings settings = StreamSettings.of(
                URI.create("ws://127.0.0.1/ws"), ApiToken.parse("simulated.token.0001"), StreamRules.of(CAP));
        stream = new EodhdTradeStream(socket, settings, RandomGenerator.getDefault(), listener);
    }

    @Override
    public void offer(FrameTape tape, int step) {
        tape.read(step, this::feed);
    }

    private void feed(byte[] bytes, int from, int to) {
        CharBuffer frame = CharBuffer.allocate(to - from);
        utf8.decode(ByteBuffer.wrap(bytes, from, to - from), frame, true);
        socket.feed(frame.flip());
    }

    @Override
    public void follow(List<Instrument> instruments) {
        stream.follow(instruments);
    }

    @Override
    public void tick(Instant now) {
        stream.tick(now);
        if (stream.status().state() == StreamStatus.State.CONNECTING) {
            socket.feed(AUTHORISED);
        }
    }

    @Override
    public void heal(StreamRemedy remedy) {
        stream.heal(remedy);
    }

    @Override
    public StreamStatus status() {
        return stream.status();
    }

    @Override
    public void close() {
        stream.close();
    }
}
