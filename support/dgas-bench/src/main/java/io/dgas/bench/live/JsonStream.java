package io.dgas.bench.live;

import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The peer: a stream that reads every frame by a library's reader of JSON, straight from the bytes. */
final class JsonStream implements TapeStream {

    private final JsonTrades reader;
    private final TradeListener listener;
    private final Map<String, Instrument> byCode = new HashMap<>();
    private Runnable offered = () -> {};
    private long trades;

    JsonStream(JsonTrades reader, TradeListener listener) {
        this.reader = reader;
        this.listener = listener;
    }

    @Override
    public void offer(FrameTape tape, int step) {
        offered = () -> tape.read(step, this::read);
    }

    private void read(byte[] bytes, int from, int to) {
        reader.read(bytes, from, to - from);
        Instrument instrument = byCode.get(reader.symbol);
        if (instrument != null && reader.price > 0 && reader.size > 0 && reader.time > 0) {
            trades++;
            listener.onTrade(instrument, reader.time, reader.price, reader.size, reader.effect());
        }
    }

    @Override
    public void follow(List<Instrument> instruments) {
        instruments.forEach(instrument -> byCode.put(instrument.symbol().replace('.', '-'), instrument));
    }

    @Override
    public void tick(Instant now) {
        offered.run();
        offered = () -> {};
    }

    @Override
    public void heal(StreamRemedy remedy) {}

    @Override
    public StreamStatus status() {
        return new StreamStatus(
                StreamStatus.State.LIVE,
                Optional.of(Instant.EPOCH),
                Set.copyOf(byCode.values()),
                Map.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                new StreamStatus.Frames(trades, trades, 0, 0, 0, 0, Optional.empty()),
                Optional.empty());
    }

    @Override
    public void close() {}
}
