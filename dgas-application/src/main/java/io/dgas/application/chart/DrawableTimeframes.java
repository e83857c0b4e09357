package io.dgas.application.chart;

import io.dgas.domain.bar.Aggregation;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The timeframes that charts are drawn on, and of which stored bars each is made. */
record DrawableTimeframes(List<Timeframe> stored) {

    /** Those that people look at; others are drawn where bars of them are stored. */
    private static final Set<Timeframe> USUAL = EnumSet.of(
            Timeframe.M5,
            Timeframe.M15,
            Timeframe.M30,
            Timeframe.H1,
            Timeframe.H2,
            Timeframe.H4,
            Timeframe.D1,
            Timeframe.W1,
            Timeframe.MO1);

    private static final int SESSIONS_IN_A_WEEK = 5;
    private static final int SESSIONS_IN_A_MONTH = 23;

    DrawableTimeframes {
        stored = List.copyOf(stored);
    }

    /** All that there are bars for, shortest first. */
    List<Timeframe> all() {
        return EnumSet.allOf(Timeframe.class).stream()
                .filter(timeframe -> stored.contains(timeframe) || USUAL.contains(timeframe))
                .filter(timeframe -> source(timeframe).isPresent())
                .toList();
    }

    /** The stored timeframe that bars of {@code wanted} are made of: itself, else the longest that they consist of. */
    Optional<Timeframe> source(Timeframe wanted) {
        return stored.stream()
                .filter(timeframe -> Aggregation.isWhole(timeframe, wanted))
                .reduce((shorter, longer) -> longer);
    }

    /** Those that bars of the trading timeframe can be put together to. */
    static List<Timeframe> above(Timeframe trading) {
        return USUAL.stream()
                .filter(timeframe -> timeframe != trading && Aggregation.isWhole(trading, timeframe))
                .toList();
    }

    /** At most so many bars of {@code source} make one of {@code target}. */
    static int parts(Timeframe source, Timeframe target) {
        if (source == target) {
            return 1;
        }
        if (target.isIntraday()) {
            return Math.toIntExact(target.seconds() / source.seconds());
        }
        int sessions = switch (target) {
            case W1 -> SESSIONS_IN_A_WEEK;
            case MO1 -> SESSIONS_IN_A_MONTH;
            default -> 1;
        };
        return source.isIntraday()
                ? sessions
                        * Math.ceilDiv(
                                Math.toIntExact(Session.REGULAR_LENGTH.toSeconds()), Math.toIntExact(source.seconds()))
                : sessions;
    }
}
