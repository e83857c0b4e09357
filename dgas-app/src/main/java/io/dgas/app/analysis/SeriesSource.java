package io.dgas.app.analysis;

import io.dgas.app.csv.CsvBarSource;
import io.dgas.app.csv.CsvBars;
import io.dgas.app.csv.CsvFile;
import io.dgas.app.csv.CsvPaths;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import io.dgas.application.prediction.AdjustedBars;
import io.dgas.application.recorded.AssembledBars;
import io.dgas.application.recorded.BarAssembly;
import io.dgas.application.recorded.InputProblem;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a command that looks at one series takes it from: the store, or a file. */
final class SeriesSource {

    private final Installation installation;

    SeriesSource(Installation installation) {
        this.installation = installation;
    }

    /** The stored bars of an instrument, adjusted as of that time. */
    BarSeries stored(Instrument instrument, Timeframe timeframe, Optional<Instant> asOf) {
        AdjustedBars.Window window = new AdjustedBars.Window(
                timeframe, asOf, installation.decisionSettings().historyBars());
        return installation
                .adjustedBars()
                .load(Set.of(instrument), window)
                .adjusted(instrument)
                .orElseThrow(() -> new WorkFailed("no " + timeframe + " bars of " + instrument + " are stored"
                        + asOf.map(time -> " that had closed by " + time).orElse("")
                        + "; 'dgas data list' shows what is, 'dgas data import' adds more"));
    }

    /** The bars of a file as they are recorded, all rows sound. */
    BarSeries fromFile(String file, Timeframe timeframe, Optional<Instrument> instrument, Optional<Instant> asOf) {
        List<CsvFile> paths = files(file);
        AssembledBars read = BarAssembly.of(
                timeframe, TradingCalendar.nyse(), CsvBars.read(paths, new CsvBarSource(timeframe, instrument)));
        if (!read.problems().isEmpty()) {
            throw new WorkFailed(told(read.problems()));
        }
        if (read.series().size() != 1) {
            String symbols = read.series().stream()
                    .map(series -> series.key().instrument().symbol())
                    .collect(Collectors.joining(", "));
            throw new UsageProblem(file + " holds " + (symbols.isEmpty() ? "no bars" : "bars of " + symbols)
                    + "; a sheet is for one symbol");
        }
        BarSeries all = read.series().getFirst();
        return asOf.map(all::closedBy).orElse(all);
    }

    private List<CsvFile> files(String file) {
        try {
            return new CsvPaths(installation.environment().workingDirectory()).files(List.of(file));
        } catch (IllegalArgumentException refused) {
            throw new WorkFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static String told(List<InputProblem> problems) {
        String first = problems.stream().limit(20).map(InputProblem::toString).collect(Collectors.joining("\n"));
        return problems.size() <= 20 ? first : first + "\nand " + (problems.size() - 20) + " more";
    }
}
