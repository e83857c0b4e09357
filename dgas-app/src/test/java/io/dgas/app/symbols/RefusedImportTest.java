package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, files and command lines that are refused, each with one message. */
class RefusedImportTest extends SymbolImports {

    @Test
    void refusesAListByWhichMoreThanAFifthWouldLeave() {
        importedInJune();
        List<String> others = new ArrayList<>(IndexPages.turned(MEMBERS, 101));
        for (int i = 0; i < 101; i++) {
            others.add("Z" + MEMBERS.get(i));
        }
        file("other.csv", "symbol\n" + String.join("\n", others));

        StoredDgas.Run run = dgas("symbols import other.csv --index sp500 --json");

        assertThat(run.code()).isOne();
        assertThat(run.err())
                .isEqualTo("dgas: nothing was imported: 101 of 503 members would leave sp500, more than 20 %: QAAA QAAB"
                        + " QAAC QAAD QAAE QAAF QAAG QAAH QAAI QAAJ ...; if that is right, repeat it with --force\n");
        assertThat(run.out()).contains("\"imported\" : false").contains("101 of 503 members would leave");
        assertThat(active()).isEqualTo(MEMBERS);
        assertThat(members("sp500", "2026-11-22")).isEqualTo(MEMBERS);

        file("fifth.csv", "symbol\n" + String.join("\n", others.subList(0, 501)) + "\nQAAA\n");
        assertThat(dgas("symbols import fifth.csv --index sp500 --dry-run").code())
                .isZero();
        assertThat(dgas("symbols import other.csv --index sp500 --force").code())
                .isZero();
        assertThat(members("sp500", "2026-11-22")).hasSize(503).contains("ZQAAA");
    }

    @ParameterizedTest
    @CsvSource({
        "489, sp500, 489 members of sp500; expected 490 to 510",
        "511, sp500, 511 members of sp500; expected 490 to 510",
        "94, nasdaq100, 94 members of nasdaq100; expected 95 to 110",
        "503, nasdaq100, 503 members of nasdaq100; expected 95 to 110",
    })
    void refusesAListThatCannotBeTheWholeIndexEvenWithForce(int size, String index, String message) {
        file("page.html", IndexPages.page(IndexPages.tickers(size)));

        StoredDgas.Run run = dgas("symbols import page.html --force --index " + index);

        assertThat(run.code()).isOne();
        assertThat(run.err()).isEqualTo("dgas: nothing was imported: the list has " + message + "\n");
        assertThat(dgas("symbols list").out()).isEmpty();
    }

    @Test
    void refusesAListOlderThanWhatIsRecorded() {
        importedInJune();

        StoredDgas.Run run = dgas("symbols import june.html --index sp500 --date 2026-05-31");

        assertThat(run.code()).isOne();
        assertThat(run.err())
                .contains("the list is of 2026-05-31, and the members of sp500 are recorded until 2026-06-01");
    }

    @Test
    void aRowThatIsNotUnderstoodKeepsEverythingOut() {
        file("page.html", IndexPages.page(IndexPages.turned(MEMBERS, 1, "Q?")));

        StoredDgas.Run run = dgas("symbols import page.html --index sp500");

        assertThat(run.code()).isOne();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("dgas: page.html: row 503: 'Q?' is not a ticker such as AAPL or BRK.B\n");
        assertThat(dgas("symbols list").out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol;ACME;A B          | line 3: 'A B' is not a ticker",
                "symbol;ACME;acme         | line 3: ACME is in line 2 already",
                "symbol;BOLT.B;BOLT-B     | line 3: BOLT.B is in line 2 already",
                "symbol,name;ACME         | line 2: the row has 1 fields; expected 2",
                "symbol,since;ACME,June   | line 2: date 'June' is not a date such as",
                "symbol,ticker;ACME,ACME  | columns symbol and ticker say the same",
                "name;Acme                | column symbol is missing; the file has name",
                "symbol                   | the file has a header line and no symbol",
                "<html>                   | the file is HTML or XML",
            })
    void refusesAListThatIsNotUnderstood(String lines, String message) {
        file("mine.csv", lines.replace(";", "\n"));

        StoredDgas.Run run = dgas("symbols import mine.csv");

        assertThat(run.code()).isOne();
        assertThat(run.err()).startsWith("dgas: mine.csv: " + message).hasLineCount(1);
        assertThat(dgas("symbols list").out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "import                                | expected either a FILE or --from-vendor",
                "import a.csv --from-vendor            | expected either a FILE or --from-vendor",
                "import --from-vendor                  | --index is missing: --from-vendor is about the members",
                "import a.html                         | --index is missing: a page is about the members",
                "import a.csv --deactivate-removed     | --index is missing: --deactivate-removed is about",
                "import a.csv --force                  | --index is missing: --force is about",
                "import a.csv --index dax              | 'dax' is not a known index; expected sp500 or nasdaq100",
                "import a.csv --date 2026-11-23        | 2026-11-23 is yet to come; expected 2026-11-22 or earlier",
                "import a.csv --date soon              | 'soon' is not a date such as 2016-06-30",
                "import a.txt                          | a.txt: expected a file named *.csv, *.html or *.htm",
                "members dax                           | 'dax' is not a known index; expected sp500 or nasdaq100",
                "rename A B                            | Missing required option: '--on=DATE'",
                "rename A A --on 2026-01-02            | OLD and NEW are both A",
                "rename A B --on 2027-01-02            | 2027-01-02 is yet to come",
                "delist A                              | Missing required option: '--on=DATE'",
                "delist A --on 2027-01-02              | 2027-01-02 is yet to come",
            })
    void refusesACommandLineThatDoesNotFitTogether(String arguments, String message) {
        StoredDgas.Run run = dgas("symbols " + arguments);

        assertThat(run.err()).startsWith("dgas: ").contains(message);
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThat(dgas("symbols import a.csv").err()).isEqualTo("dgas: a.csv: there is no such file\n");
        assertThat(dgas("symbols import a.html --index sp500").err())
                .isEqualTo("dgas: a.html: there is no such file\n");
    }
}
