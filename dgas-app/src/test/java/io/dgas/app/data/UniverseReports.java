package io.dgas.app.data;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.CoverageLedger.Attempt;
import io.dgas.application.port.out.collection.CoverageLedger.GivenUp;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What tests of the report on a universe share: a real database, three symbols (AAPL is on live trades, IBM on quotes) and a
 * day in mid-session.
 */
abstract class UniverseReports {

    static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    static final Instrument AAPL = new Instrument("AAPL");
    static final Instrument IBM = new Instrument("IBM");
    static final Instrument MSFT = new Instrument("MSFT");

    @TempDir
    Path folder;

    Instant now = Instant.parse("2026-07-15T15:01:00Z");
    StoredDgas dgas;

    @BeforeEach
    void begin() {
        dgas = new StoredDgas(folder, () -> now);
    }

    void change(Consumer<Repositories> work) {
        try (Repositories repositories = dgas.repositories()) {
            work.accept(repositories);
        }
    }

    void activate(Instrument... instruments) {
        change(stored -> stored.symbols().activate(Set.of(instruments)));
    }

    static BarSeries day(Instrument instrument) {
        return MarketBars.of(instrument.symbol(), Timeframe.M30, DAY, DAY, 1);
    }

    static BarSeries bars(Instrument instrument, int first, int past) {
        BarSeries whole = day(instrument);
        return MarketBars.only(
                whole,
                open -> open >= whole.openSecond(first) && (past == whole.size() || open < whole.openSecond(past)));
    }

    static BarSeries dearer(BarSeries series, double by) {
        return MarketBars.repriced(series, any -> true, price -> price * by);
    }

    void store(BarSource source, String at, BarSeries... series) {
        change(stored -> stored.bars().store(new BarBatch(source, Instant.parse(at), List.of(series))));
    }

    StoredDgas.Run report(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"data", "quality-report", "--date", DAY.toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return dgas.run(arguments);
    }

    JsonNode json(String... more) {
        String[] arguments = Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = "--json";
        return JsonMapper.shared().readTree(report(arguments).out());
    }

    /** Of AAPL two bars differ, of which one is revised again; of IBM all do; MSFT is given up. */
    void sweep() {
        activate(AAPL, IBM, MSFT);
        now = Instant.parse("2026-07-16T12:00:00Z");
        store(BarSource.WEBSOCKET, "2026-07-15T20:00:31Z", day(AAPL));
        store(BarSource.DELAYED, "2026-07-15T20:20:00Z", bars(IBM, 0, 12));
        store(BarSource.INTRADAY, "2026-07-15T23:30:00Z", bars(AAPL, 0, 11), dearer(bars(IBM, 0, 12), 1.25));
        store(BarSource.INTRADAY, "2026-07-15T23:31:00Z", dearer(bars(AAPL, 11, 13), 1.25));
        store(BarSource.INTRADAY, "2026-07-16T11:00:00Z", dearer(bars(AAPL, 12, 13), 2));
        report();
        change(stored -> {
            stored.collection()
                    .ledger()
                    .explain(List.of(new Absence(line(IBM), day(IBM).openTime(12), AbsenceReason.NO_TRADE)), now);
            stored.collection().ledger().attempted(List.of(new Attempt(line(MSFT), now, "nothing yet")), now);
            stored.collection()
                    .ledger()
                    .giveUp(
                            List.of(new GivenUp(line(MSFT), AbsenceReason.VENDOR_GAP, "the vendor has no bar of it")),
                            now);
        });
    }

    private static SymbolSession line(Instrument instrument) {
        return new SymbolSession(instrument, Timeframe.M30, DAY);
    }
}
