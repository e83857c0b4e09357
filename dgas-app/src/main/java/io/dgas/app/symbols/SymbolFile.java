package io.dgas.app.symbols;

import io.dgas.adapter.eodhd.constituents.Constituent;
import io.dgas.adapter.eodhd.constituents.ConstituentsPage;
import io.dgas.adapter.eodhd.constituents.IndexChange;
import io.dgas.adapter.eodhd.constituents.UnreadablePage;
import io.dgas.app.csv.CsvFile;
import io.dgas.app.csv.CsvSymbols;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.application.port.in.ImportUniverse.Change;
import io.dgas.application.port.in.ImportUniverse.Entry;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The symbols of a file.
 *
 * @param source what it is, for people
 */
record SymbolFile(List<Entry> symbols, List<Change> changes, String source) {

    /** Whether a file of this name is a page, which lists the members of an index. */
    static boolean isPage(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.html?");
    }

    /**
     * Reads a file, by its name as CSV or as a page.
     *
     * @throws UsageProblem when its name says neither
     * @throws WorkFailed when it is not wholly understood
     */
    static SymbolFile read(String name, Path folder) {
        CsvFile file = new CsvFile(name, resolved(name, folder));
        if (isPage(name)) {
            return page(file);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return new SymbolFile(
                    CsvSymbols.read(file), List.of(), "CSV " + file.path().getFileName());
        }
        throw new UsageProblem(name + ": expected a file named *.csv, *.html or *.htm");
    }

    private static Path resolved(String name, Path folder) {
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException invalid) {
            throw new UsageProblem(name + ": this is not a path: " + invalid.getReason(), invalid);
        }
    }

    private static SymbolFile page(CsvFile file) {
        try {
            ConstituentsPage page = ConstituentsPage.read(file.path());
            return new SymbolFile(
                    page.constituents().stream().map(SymbolFile::entry).toList(),
                    page.changes().stream().map(SymbolFile::change).toList(),
                    "page " + file.path().getFileName());
        } catch (UnreadablePage refused) {
            throw new WorkFailed(file.name() + ": " + refused.getMessage(), refused);
        }
    }

    private static Entry entry(Constituent constituent) {
        return new Entry(
                constituent.instrument(), Optional.of(constituent.name()), Optional.empty(), constituent.added());
    }

    private static Change change(IndexChange change) {
        return new Change(change.date(), change.added(), change.removed());
    }
}
