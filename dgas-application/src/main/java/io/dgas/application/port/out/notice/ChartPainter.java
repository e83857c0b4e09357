package io.dgas.application.port.out.notice;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.timeframe.MultiTimeframeView;

/** Draws what a signal was decided on. */
@FunctionalInterface
public interface ChartPainter {

    /**
     * The newest bars with PLdot, envelope and areas, and the signal's entry, stop and target.
     *
     * @param view whose newest bar completed the signal
     */
    Picture paint(MultiTimeframeView view, StoredSignal signal);
}
