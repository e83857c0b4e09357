package io.dgas.app.notice;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notices to be told. */
public final class Notices {

    private static final Instant CLOSE = Instant.parse("2016-12-01T21:00:00Z");

    private Notices() {}

    public static NoticeId id(String symbol) {
        return new NoticeId(symbol + " 1d 2016-12-01T21:00:00Z LONG EXHAUST");
    }

    public static StoredSignal signal(String symbol, String reason) {
        return new StoredSignal(
                new Instrument(symbol),
                SignalType.LONG,
                SetUp.EXHAUST,
                Timeframe.D1,
                CLOSE,
                new BigDecimal("109.49"),
                Optional.of(new BigDecimal("107.00")),
                Optional.of(new BigDecimal("113.50")),
                Optional.of(0.714),
                Optional.of(0.65),
                Optional.of(1.61),
                reason,
                Optional.empty());
    }

    public static Notice.OfSignal one(String symbol, String reason) {
        return new Notice.OfSignal(id(symbol), signal(symbol, reason), "1w trend up", "trend up", Optional.empty());
    }

    public static Notice.Digest digest(String... symbols) {
        return new Notice.Digest(
                new NoticeId("digest of " + symbols.length),
                CLOSE,
                List.of(symbols).stream()
                        .map(symbol -> signal(symbol, "because"))
                        .toList());
    }
}
