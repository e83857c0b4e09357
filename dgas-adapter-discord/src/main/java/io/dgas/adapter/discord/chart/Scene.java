package io.dgas.adapter.discord.chart;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.timeframe.HigherTimeframe;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a picture shows: a signal on the view that it was decided on. */
record Scene(MultiTimeframeView view, StoredSignal signal) {

    Scene {
        BarSeries bars = view.trading().bars();
        BarKey asked = new BarKey(signal.instrument(), signal.trading());
        if (!bars.key().equals(asked)) {
            throw new IllegalArgumentException("a chart of " + asked + " cannot be drawn from bars of " + bars.key());
        }
        if (bars.isEmpty() || !bars.closeTime(bars.last()).equals(signal.completedAt())) {
            throw new IllegalArgumentException("the signal of " + asked + " was completed at " + signal.completedAt()
                    + ", but "
                    + (bars.isEmpty()
                            ? "there are no bars"
                            : "the newest bar closed at " + bars.closeTime(bars.last()) + "; cut the bars there"));
        }
    }

    BarSeries bars() {
        return view.trading().bars();
    }

    Levels levels() {
        return view.trading().levels();
    }

    /** The bar that completed the signal. */
    int newest() {
        return bars().last();
    }

    int coming() {
        return newest() + 1;
    }

    double lastClose() {
        return bars().close(newest());
    }

    /** Whether there are levels for the bar, which may be the coming one. */
    boolean hasLevels(int bar) {
        return bar >= levels().firstBar() && bar <= coming();
    }

    /** Support and resistance of the coming bar; empty in the warm-up. */
    Optional<NearFar> nearFar() {
        return hasLevels(coming()) ? Optional.of(levels().supportResistance().forBar(coming())) : Optional.empty();
    }

    /** PLdot of the nearest higher timeframe in force during a bar; empty in its warm-up and where there is none. */
    OptionalDouble higherDot(int bar) {
        HigherTimeframe higher = view.directing();
        int forming = bar == 0 ? 0 : higher.formingAfter(bar - 1);
        Levels levels = higher.geometry().levels();
        return view.isSingleTimeframe() || forming < levels.firstBar()
                ? OptionalDouble.empty()
                : OptionalDouble.of(levels.pldot().forBar(forming));
    }

    /** Whether the last close is the signal's own price, so that one line shows both. */
    boolean closedAtPrice() {
        return PriceText.of(lastClose()).equals(PriceText.of(signal.price()));
    }
}
