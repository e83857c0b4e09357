package io.dgas.application.collection.fake;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.IntradayBar;
import io.dgas.application.port.out.vendor.IntradayHistory;
import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.application.port.out.vendor.OfInstrument;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.application.port.out.vendor.VendorMarketDay;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A vendor that knows what it was given, counts what it is asked, and refuses when told to. */
public final class ScriptedVendor implements VendorHistory, VendorMarketDay {

    private final Map<Instrument, NavigableMap<LocalDate, DailyBar>> daily = new TreeMap<>();
    private final Map<Instrument, NavigableMap<Long, IntradayBar>> intraday = new TreeMap<>();
    private final Map<Instrument, NavigableMap<LocalDate, SplitNotice>> splits = new TreeMap<>();
    private final Map<Instrument, NavigableMap<LocalDate, DividendNotice>> dividends = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private Function<String, Optional<VendorAnswer<?>>> refusal = question -> Optional.empty();
    private int untraded;

    /** Gives it a daily bar. */
    public void has(Instrument instrument, DailyBar bar) {
        daily.computeIfAbsent(instrument, any -> new TreeMap<>()).put(bar.date(), bar);
    }

    /** Gives it a bar of a minute. */
    public void has(Instrument instrument, IntradayBar bar) {
        intraday.computeIfAbsent(instrument, any -> new TreeMap<>()).put(bar.openTime(), bar);
    }

    /** Gives it a split. */
    public void has(Instrument instrument, SplitNotice split) {
        splits.computeIfAbsent(instrument, any -> new TreeMap<>()).put(split.exDate(), split);
    }

    /** Gives it a dividend. */
    public void has(Instrument instrument, DividendNotice dividend) {
        dividends.computeIfAbsent(instrument, any -> new TreeMap<>()).put(dividend.exDate(), dividend);
    }

    /** From now on each answer of daily bars has left out so many rows without volume. */
    public void leavesOutUntraded(int rows) {
        untraded = rows;
    }

    /** What it answers instead; questions look like {@code market bars 2026-06-01} and {@code daily AAPL}. */
    public void refuses(Function<String, Optional<VendorAnswer<?>>> answer) {
        refusal = answer;
    }

    /** All questions so far. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public VendorAnswer<VendorRows<DailyBar>> daily(Instrument instrument, DateRange dates) {
        return answer("daily " + instrument, () -> {
            List<DailyBar> rows = within(daily, instrument, dates);
            return rows.isEmpty() ? new VendorAnswer.NotYet<>(0) : data(rows);
        });
    }

    @Override
    public VendorAnswer<VendorRows<SplitNotice>> splits(Instrument instrument, DateRange dates) {
        return answer("splits " + instrument, () -> data(within(splits, instrument, dates)));
    }

    @Override
    public VendorAnswer<VendorRows<DividendNotice>> dividends(Instrument instrument, DateRange dates) {
        return answer("dividends " + instrument, () -> data(within(dividends, instrument, dates)));
    }

    @Override
    public VendorAnswer<VendorRows<OfInstrument<DailyBar>>> bars(LocalDate date) {
        return answer("market bars " + date, () -> {
            List<OfInstrument<DailyBar>> rows = on(daily, date);
            return rows.isEmpty() ? new VendorAnswer.NotYet<>(0) : data(rows);
        });
    }

    @Override
    public VendorAnswer<VendorRows<OfInstrument<SplitNotice>>> splits(LocalDate date) {
        return answer("market splits " + date, () -> data(on(splits, date)));
    }

    @Override
    public VendorAnswer<VendorRows<OfInstrument<DividendNotice>>> dividends(LocalDate date) {
        return answer("market dividends " + date, () -> data(on(dividends, date)));
    }

    @Override
    public VendorAnswer<IntradayHistory> intraday(IntradaySpan span) {
        return answer("intraday " + span.instrument() + " " + span.interval(), () -> {
            List<IntradayBar> rows = intraday.getOrDefault(span.instrument(), new TreeMap<>()).values().stream()
                    .filter(bar -> span.contains(bar.openTime()))
                    .toList();
            return rows.isEmpty()
                    ? new VendorAnswer.NotYet<>(0)
                    : new VendorAnswer.Data<>(new IntradayHistory(rows, List.of(), new RowReport(Map.of(), List.of())));
        });
    }

    @Override
    public VendorAnswer<VendorAccount> account() {
        throw new UnsupportedOperationException("no account");
    }

    private interface Answering<T> {
        VendorAnswer<T> now();
    }

    // A refusal holds no value, so that it stands for an answer of any type.
    @SuppressWarnings("unchecked")
    private synchronized <T> VendorAnswer<T> answer(String question, Answering<T> otherwise) {
        asked.add(question);
        Optional<VendorAnswer<?>> refused = refusal.apply(question);
        return refused.isPresent() ? (VendorAnswer<T>) refused.get() : otherwise.now();
    }

    private <T> VendorAnswer<VendorRows<T>> data(List<T> rows) {
        Map<RowFault, Integer> omitted = untraded == 0 ? Map.of() : Map.of(RowFault.NO_VOLUME, untraded);
        return new VendorAnswer.Data<>(new VendorRows<>(rows, new RowReport(omitted, List.of())));
    }

    private static <T> List<T> within(
            Map<Instrument, NavigableMap<LocalDate, T>> all, Instrument instrument, DateRange dates) {
        NavigableMap<LocalDate, T> rows = all.getOrDefault(instrument, new TreeMap<>());
        return List.copyOf(rows.subMap(dates.first(), true, dates.last(), true).values());
    }

    private static <T> List<OfInstrument<T>> on(Map<Instrument, NavigableMap<LocalDate, T>> all, LocalDate date) {
        List<OfInstrument<T>> rows = new ArrayList<>();
        all.forEach((instrument, byDate) ->
                Optional.ofNullable(byDate.get(date)).ifPresent(row -> rows.add(new OfInstrument<>(instrument, row))));
        return rows;
    }
}
