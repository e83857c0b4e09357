package io.dgas.app.data;

import io.dgas.app.csv.CsvFile;
import io.dgas.app.csv.CsvPaths;
import io.dgas.app.exit.UsageProblem;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what a command works with of the words on its line; a word that means nothing is a {@link UsageProblem}. */
final class Arguments {

    private Arguments() {}

    static Timeframe interval(String text) {
        return meant(() -> Timeframe.ofCode(text));
    }

    static Instrument symbol(String text) {
        return meant(() -> Instrument.parse(text));
    }

    static Optional<Instrument> symbolIfGiven(@Nullable String text) {
        return Optional.ofNullable(text).map(Arguments::symbol);
    }

    static List<CsvFile> files(List<String> paths, Path start) {
        return meant(() -> new CsvPaths(start).files(paths));
    }

    private static <T> T meant(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException refused) {
            throw new UsageProblem(String.valueOf(refused.getMessage()), refused);
        }
    }
}
