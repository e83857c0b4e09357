package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of {@code dgas symbols import} share: a real database, today being 2026-11-22, and lists to import. */
abstract class SymbolImports {

    static final List<String> MEMBERS = IndexPages.tickers(503);

    @TempDir
    Path folder;

    StoredDgas dgas;

    @BeforeEach
    void begin() {
        dgas = new StoredDgas(folder);
    }

    StoredDgas.Run dgas(String commandLine) {
        return dgas.run(commandLine.split(" "));
    }

    void file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> members(String index, String date) {
        return dgas("symbols members " + index + " --date " + date)
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    List<String> active() {
        return dgas("symbols list --active")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    void importedInJune() {
        file("june.html", IndexPages.page(MEMBERS));
        assertThat(dgas("symbols import june.html --index sp500 --date 2026-06-01")
                        .code())
                .isZero();
    }
}
