package io.dgas.application.bars;

import io.dgas.application.port.in.ImportBars;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.recorded.AssembledBars;
import io.dgas.application.recorded.BarAssembly;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.TradingCalendar;
import java.util.Optional;

/** Makes series of what the files hold and stores them in one go. */
public final class BarImport implements ImportBars {

    private final BarRepository bars;
    private final TradingCalendar calendar;

    public BarImport(BarRepository bars, TradingCalendar calendar) {
        this.bars = bars;
        this.calendar = calendar;
    }

    @Override
    public Report run(Request request) {
        AssembledBars read = BarAssembly.of(request.timeframe(), calendar, request.files());
        boolean refused = !read.problems().isEmpty() && !request.skipBad();
        if (refused || read.series().isEmpty()) {
            return new Report(read, Optional.empty());
        }
        BarBatch batch = new BarBatch(BarSource.IMPORT, request.recordedAt(), read.series());
        return new Report(read, Optional.of(bars.store(batch)));
    }
}
