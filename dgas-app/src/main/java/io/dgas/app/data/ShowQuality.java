package io.dgas.app.data;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.CollectionStores;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.bars.QualityCheck;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.quality.QualityAudit;
import io.dgas.application.collection.quality.UniverseQuality;
import io.dgas.application.port.in.CheckQuality;
import io.dgas.application.port.in.CheckQuality.Report;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.bar.QualityReport;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether stored bars can be trusted: a whole series, or the collected sessions of a universe. */
@Command(
        name = "quality-report",
        description = {
            "Tell how complete and how plausible stored bars are, where they came from, what was revised, and how near "
                    + "provisional bars came to final ones. Exit code 0 when they are good, 1 when not.",
            "",
            "Without dates, one symbol's series is judged from its first bar to its last. Otherwise the sessions of "
                    + "those dates are, of the symbols named or of all active ones, against the calendar; of a session "
                    + "that runs, the bars that have closed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  dgas data quality-report",
            "  dgas data quality-report --interval 30m --date 2026-07-15 --all",
            "  dgas data quality-report --symbol AAPL --interval 1d"
        })
final class ShowQuality implements Callable<ExitCode> {

    /** For what happens between a bar's last moment and its being stored. */
    private static final Duration STORING = Duration.ofSeconds(5);

    private final Installation installation;

    @Option(
            names = {"--symbol", "--symbols"},
            paramLabel = "S",
            split = ",",
            description = "Of which symbols, separated by commas (default: all active ones).")
    private List<Instrument> symbols = List.of();

    @Option(
            names = "--interval",
            paramLabel = "I",
            defaultValue = "30m",
            description = "Length of the bars, such as 1d (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Timeframe interval;

    @Mixin
    private final AuditedSessions sessions = new AuditedSessions();

    @Option(names = "--all", description = "Show a line for every symbol, not only for the most remarkable ones.")
    private boolean all;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ShowQuality(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        return symbols.size() == 1 && !sessions.areNamed() ? judge(symbols.getFirst()) : audit();
    }

    private ExitCode judge(Instrument symbol) {
        Instant now = ServiceTime.of(installation).clock().instant();
        CheckQuality check = new QualityCheck(
                installation.repositories().bars(), installation.repositories().actions(), TradingCalendar.nyse());
        Report report =
                check.run(new CheckQuality.Request(symbol, interval, now)).orElseThrow(() -> nothingStored(symbol));
        SeriesProvenance provenance = SeriesProvenance.of(collection(), scope(report.quality()));
        QualityView view = new QualityView(report, provenance);
        if (format.isJson()) {
            installation.output().json(view.document());
        } else {
            view.show(installation.output());
        }
        return ExitCode.of(report.isGood());
    }

    private static LedgerScope scope(QualityReport quality) {
        TradingCalendar calendar = TradingCalendar.nyse();
        QualityReport.Span span = quality.span().orElseThrow();
        DateRange dates = new DateRange(calendar.dateOf(span.firstOpen()), calendar.dateOf(span.lastClose()));
        return LedgerScope.of(
                quality.key().timeframe(), dates, Set.of(quality.key().instrument()));
    }

    private WorkFailed nothingStored(Instrument symbol) {
        TradingCalendar calendar = TradingCalendar.nyse();
        LedgerScope ever =
                LedgerScope.of(interval, new DateRange(calendar.firstDate(), calendar.lastDate()), Set.of(symbol));
        String why = SeriesProvenance.of(collection(), ever).givenUp().stream()
                .map(GivenUpSessions::text)
                .map(text -> "; given up: " + text)
                .collect(Collectors.joining());
        return new WorkFailed("no " + interval + " bars of " + symbol
                + " are stored; import some with 'dgas data import PATH --interval " + interval + "'" + why);
    }

    private ExitCode audit() {
        if (interval.compareTo(Timeframe.D1) > 0) {
            throw new UsageProblem("bars are collected up to a day long, not " + interval
                    + "; --symbol S without dates judges one series of any length");
        }
        Instant now = ServiceTime.of(installation).clock().instant();
        int historyDays = installation.settings().dataCollection().historyDays();
        DateRange dates = sessions.dates(historyDays, now);
        SortedSet<Instrument> universe = universe();
        if (universe.isEmpty()) {
            installation.output().note("no symbol is active; 'dgas symbols add AAPL' adds one");
            return ExitCode.NO;
        }
        UniverseQuality quality = audit(new QualityAudit.Request(dates, universe, now.minus(grace())));
        if (format.isJson()) {
            installation.output().json(UniverseQualityDocument.of(quality, now));
        } else {
            new UniverseQualityView(quality, all).show(installation.output());
        }
        return ExitCode.of(quality.isGood());
    }

    private UniverseQuality audit(QualityAudit.Request request) {
        QualityAudit.Stores stores = new QualityAudit.Stores(
                collection().ledger(),
                collection().coverage(),
                collection().figures(),
                collection().quarantines());
        Grid grid = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
        return new QualityAudit(stores, new ExpectedBars(grid, interval)).run(request);
    }

    /** The symbols named, else the active ones. */
    private SortedSet<Instrument> universe() {
        List<ListedSymbol> known = installation.repositories().symbols().all();
        if (symbols.isEmpty()) {
            return instruments(known, ListedSymbol::isActive);
        }
        SortedSet<Instrument> unknown = new TreeSet<>(symbols);
        unknown.removeAll(instruments(known, any -> true));
        if (!unknown.isEmpty()) {
            throw new UsageProblem(
                    "not known: " + unknown.stream().map(Instrument::symbol).collect(Collectors.joining(" "))
                            + "; 'dgas symbols list' lists the symbols");
        }
        return new TreeSet<>(symbols);
    }

    private static SortedSet<Instrument> instruments(List<ListedSymbol> listed, Predicate<ListedSymbol> which) {
        return listed.stream()
                .filter(which)
                .map(ListedSymbol::instrument)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Duration grace() {
        return Duration.ofSeconds(installation.settings().dataCollection().closeGraceSeconds())
                .plus(STORING);
    }

    private CollectionStores collection() {
        return installation.repositories().collection();
    }
}
