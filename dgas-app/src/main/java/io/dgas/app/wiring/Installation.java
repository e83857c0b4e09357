package io.dgas.app.wiring;

import io.dgas.app.environment.Build;
import io.dgas.app.environment.DataDirectory;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.settings.LoadedSettings;
import io.dgas.app.settings.PredictionSettings;
import io.dgas.app.settings.Settings;
import io.dgas.app.settings.SettingsSource;
import io.dgas.app.suggestion.Nearest;
import io.dgas.application.chart.ChartRecords;
import io.dgas.application.chart.ChartRules;
import io.dgas.application.chart.SymbolCharts;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.health.FreshnessCheck;
import io.dgas.application.collection.health.FreshnessRule;
import io.dgas.application.port.in.PredictSymbols;
import io.dgas.application.port.in.chart.ChartSymbol;
import io.dgas.application.port.out.BarReader;
import io.dgas.application.port.out.MarkedBars;
import io.dgas.application.prediction.AdjustedBars;
import io.dgas.application.prediction.Announcers;
import io.dgas.application.prediction.DecisionSettings;
import io.dgas.application.prediction.PredictionCycle;
import io.dgas.application.prediction.Rerun;
import io.dgas.domain.bar.Adjuster;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.risk.StructureStops;
import io.dgas.domain.signal.ProtectionRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parts of this installation. Nothing is read or opened before it is asked for; closing closes what was opened. */
public final class Installation implements AutoCloseable {

    private final Environment environment;
    private final Output output;
    private final InstantSource clock;
    private final Invocation invocation = new Invocation();
    private final Function<Installation, Repositories> opening;
    private UnaryOperator<Repositories> wrapping = UnaryOperator.identity();
    private @Nullable LoadedSettings settings;
    private @Nullable Repositories repositories;

    public Installation(Environment environment, Output output, InstantSource clock) {
        this(environment, output, clock, DatabaseRepositories::open);
    }

    /** @param opening opens what is stored, when it is first asked for */
    public Installation(
            Environment environment, Output output, InstantSource clock, Function<Installation, Repositories> opening) {
        this.environment = environment;
        this.output = output;
        this.clock = clock;
        this.opening = opening;
    }

    public Environment environment() {
        return environment;
    }

    public Output output() {
        return output;
    }

    public InstantSource clock() {
        return clock;
    }

    public Invocation invocation() {
        return invocation;
    }

    /**
     * Settings with where they come from; warnings are told when they are read.
     *
     * @throws io.dgas.app.exit.ConfigurationProblem with everything that is wrong in them
     */
    public synchronized LoadedSettings loadedSettings() {
        if (settings == null) {
            settings = new SettingsSource(environment, invocation.configFile()).load();
            settings.warnings().forEach(output::note);
        }
        return settings;
    }

    /** Settings as they are written now, which may have changed since they were first read. */
    Settings readSettings() {
        return new SettingsSource(environment, invocation.configFile()).load().settings();
    }

    public Settings settings() {
        return loadedSettings().settings();
    }

    public Path dataDirectory() {
        return DataDirectory.of(environment);
    }

    /** What is stored; opened when first asked for. */
    public synchronized Repositories repositories() {
        if (repositories == null) {
            repositories = wrapping.apply(opening.apply(this));
        }
        return repositories;
    }

    /** Has what is stored seen through this by everybody who asks for it from now on; to be said before it is opened. */
    public synchronized void seeStoredThrough(UnaryOperator<Repositories> lens) {
        if (repositories != null) {
            throw new IllegalStateException("what is stored is open already");
        }
        wrapping = lens;
    }

    /** Stored bars as a decision reads them. */
    public AdjustedBars adjustedBars() {
        return adjustedBars(repositories().markedBars());
    }

    /** These bars, adjusted as a decision reads them. */
    public AdjustedBars adjustedBars(BarReader bars) {
        TradingCalendar calendar = TradingCalendar.nyse();
        return new AdjustedBars(
                bars,
                repositories().actions(),
                new Adjuster(calendar, decisionSettings().adjustment()),
                calendar);
    }

    /**
     * What decides.
     *
     * @param announcers who is told of what is issued
     */
    public PredictSymbols predictSymbols(Announcers announcers) {
        return predictSymbols(repositories().markedBars(), announcers, clock);
    }

    /** What decides on these bars, by this clock. */
    public PredictSymbols predictSymbols(BarReader bars, Announcers announcers, InstantSource time) {
        return new PredictionCycle(
                adjustedBars(bars),
                new PredictionCycle.Recording(repositories().predictions(), announcers),
                decisionSettings(),
                time);
    }

    /** How fresh the stored bars of a timeframe are, as live bars are judged. */
    public FreshnessCheck freshness(Timeframe timeframe) {
        ExpectedBars expected = new ExpectedBars(Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION), timeframe);
        Duration grace = Duration.ofSeconds(settings().dataCollection().closeGraceSeconds());
        return new FreshnessCheck(
                repositories().symbols(), repositories().collection().figures(), FreshnessRule.usual(expected, grace));
    }

    /** What decides recorded runs again. */
    public Rerun rerun() {
        MarkedBars bars = repositories().markedBars();
        return new Rerun(
                new Rerun.Records(
                        repositories().predictionRuns(),
                        repositories().predictions(),
                        mark -> adjustedBars(mark.map(bars::asKnownAt).orElse(bars))),
                decisionSettings());
    }

    /** What draws up one symbol. */
    public ChartSymbol charts() {
        MarkedBars bars = repositories().markedBars();
        ChartRecords records = new ChartRecords(
                repositories().symbols(),
                repositories().instrumentRecords(),
                repositories().barOrigins(),
                mark -> adjustedBars(mark.map(bars::asKnownAt).orElse(bars)));
        ChartRules rules = new ChartRules(
                settings().scheduler().timeframes(), decisionSettings().historyBars());
        return new SymbolCharts(records, rules, Nearest::to);
    }

    /** What of the settings shapes decisions. */
    public DecisionSettings decisionSettings() {
        PredictionSettings prediction = settings().prediction();
        return new DecisionSettings(
                prediction.historyBars(),
                prediction.staleAfterSessions(),
                prediction.adjustment(),
                protection(prediction),
                Build.ofThisProgram().toString());
    }

    private static ProtectionRule protection(PredictionSettings settings) {
        return switch (settings.stopRule()) {
            case ATR -> new AtrMultiples(settings.stopLossAtrMultiplier(), settings.targetAtrMultiplier());
            case STRUCTURE -> new StructureStops();
        };
    }

    @Override
    public synchronized void close() {
        if (repositories != null) {
            repositories.close();
        }
    }
}
