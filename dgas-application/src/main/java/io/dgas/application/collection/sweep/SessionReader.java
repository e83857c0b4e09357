package io.dgas.application.collection.sweep;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.port.out.vendor.IntradayBar;
import io.dgas.domain.bar.Aggregation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads sessions of one instrument out of the vendor's short bars and makes the bars that are collected. */
final class SessionReader {

    /** A session whose history ends earlier than this before its close is taken for not loaded. */
    private static final Duration TAIL = Duration.ofMinutes(30);

    /** With less than this share of the short bars a symbol trades seldom. */
    private static final double SPARSE = 0.5;

    private final Instrument instrument;
    private final Timeframe source;
    private final Grid grid;
    private final Timeframe target;

    /** From short bars of {@code source} to bars of {@code target}. */
    SessionReader(Instrument instrument, Timeframe source, Grid grid, Timeframe target) {
        this.instrument = instrument;
        this.source = source;
        this.grid = grid;
        this.target = target;
    }

    /** The session in these bars, which may reach beyond it; oldest first. */
    SessionRead read(Session session, List<IntradayBar> bars) {
        List<IntradayBar> within =
                bars.stream().filter(bar -> isOn(session, bar)).toList();
        String seen = seen(within, expected(session));
        if (within.isEmpty()) {
            return new SessionRead.Unloaded(seen);
        }
        SessionRead.Whole whole = whole(session, within, seen);
        return within.size() == expected(session) ? whole : new SessionRead.Partial(whole, reachesEnd(session, bars));
    }

    /** On the grid: a print between two minutes is that of a halt, no bar. */
    private boolean isOn(Session session, IntradayBar bar) {
        return session.contains(Instant.ofEpochSecond(bar.openTime()))
                && grid.slotAt(bar.openTime(), source)
                        .filter(slot -> slot.openTime() == bar.openTime())
                        .isPresent();
    }

    private static boolean reachesEnd(Session session, List<IntradayBar> bars) {
        long from = session.close().minus(TAIL).getEpochSecond();
        long to = session.close().plus(Duration.ofHours(4)).getEpochSecond();
        return bars.stream().anyMatch(bar -> bar.openTime() >= from && bar.openTime() < to);
    }

    private int expected(Session session) {
        return (int) Math.ceilDiv(session.length().toSeconds(), source.seconds());
    }

    private String seen(List<IntradayBar> within, int expected) {
        return within.size() + " of " + expected + " " + source + " bars, digest "
                + Integer.toHexString(digest(within));
    }

    private static int digest(List<IntradayBar> bars) {
        int digest = 0;
        for (IntradayBar bar : bars) {
            double[] values = {bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()};
            digest = 31 * (31 * digest + Long.hashCode(bar.openTime())) + Arrays.hashCode(values);
        }
        return digest;
    }

    private SessionRead.Whole whole(Session session, List<IntradayBar> within, String seen) {
        BarSeries.Builder series = BarSeries.builder(new BarKey(instrument, source), within.size());
        series.coveredFrom(session.open().getEpochSecond());
        for (IntradayBar bar : within) {
            Slot slot = grid.slotAt(bar.openTime(), source).orElseThrow();
            series.add(
                    slot.openTime(),
                    slot.closeTime(),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.volume(),
                    slot.isShort());
        }
        BarSeries made = Aggregation.on(grid).aggregate(series.build(), target, session.close());
        return new SessionRead.Whole(made, absent(session, made), within.size() < SPARSE * expected(session), seen);
    }

    private List<Instant> absent(Session session, BarSeries made) {
        Set<Instant> present = made.openTimes().mapToObj(Instant::ofEpochSecond).collect(Collectors.toSet());
        return new ExpectedBars(grid, target)
                .opens(session).stream().filter(open -> !present.contains(open)).toList();
    }
}
