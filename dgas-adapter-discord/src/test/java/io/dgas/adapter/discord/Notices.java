package io.dgas.adapter.discord;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Picture;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Notices as an outbox holds them. */
final class Notices {

    static final Instant NOW = Instant.parse("2026-06-10T15:30:00Z");

    /** Enough of a PNG to be told from any other bytes. */
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff, '\r', '\n', '-', '-'
    };

    private Notices() {}

    static Notice.OfSignal signal(String id) {
        return new Notice.OfSignal(
                new NoticeId(id),
                stored("AAPL", SignalType.LONG),
                "1d trend up",
                "trend up, 4 bars",
                Optional.of(new Picture(PNG, "AAPL, 30m, with entry, stop and target")));
    }

    static Notice.OfSignal withoutPicture(String id) {
        Notice.OfSignal notice = signal(id);
        return new Notice.OfSignal(
                notice.id(), notice.signal(), notice.higherTrend(), notice.state(), Optional.empty());
    }

    static Notice.Plain plain(String id) {
        return new Notice.Plain(new NoticeId(id), "All is well.");
    }

    static StoredSignal stored(String symbol, SignalType type) {
        boolean entry = type.isEntry();
        return new StoredSignal(
                new Instrument(symbol),
                type,
                SetUp.TREND_CONTINUATION,
                Timeframe.M30,
                NOW,
                new BigDecimal("100.50"),
                entry ? Optional.of(new BigDecimal("98.00")) : Optional.empty(),
                entry ? Optional.of(new BigDecimal("104.25")) : Optional.empty(),
                entry ? Optional.of(0.723) : Optional.empty(),
                entry ? Optional.of(0.65) : Optional.empty(),
                entry ? Optional.of(1.5) : Optional.empty(),
                "holds its near area and goes on",
                Optional.empty());
    }
}
