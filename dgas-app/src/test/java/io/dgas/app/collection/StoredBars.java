package io.dgas.app.collection;

import io.dgas.app.wiring.Repositories;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is stored of one session, a text for each bar. */
final class StoredBars {

    private StoredBars() {}

    /** Half hours. */
    static Map<String, String> of(Repositories stored, Set<Instrument> instruments, Session session) {
        return of(stored, new Wanted(instruments, session, Timeframe.M30));
    }

    /** Whose bars, and which. */
    record Wanted(Set<Instrument> instruments, Session session, Timeframe timeframe) {}

    static Map<String, String> of(Repositories stored, Wanted wanted) {
        Map<String, String> bars = new TreeMap<>();
        Map<Instrument, BarSeries> series = stored.bars()
                .load(
                        wanted.instruments(),
                        wanted.timeframe(),
                        wanted.session().close().plusSeconds(1),
                        1_000);
        series.forEach((instrument, each) -> {
            for (int bar = 0; bar < each.size(); bar++) {
                if (wanted.session().contains(each.openTime(bar))) {
                    bars.put(
                            instrument + " " + each.openTime(bar),
                            each.open(bar) + " " + each.high(bar) + " " + each.low(bar) + " " + each.close(bar) + " "
                                    + each.volume(bar));
                }
            }
        });
        return bars;
    }
}
