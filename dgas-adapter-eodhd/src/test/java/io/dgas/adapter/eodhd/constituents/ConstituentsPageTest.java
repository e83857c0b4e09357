package io.dgas.adapter.eodhd.constituents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.market.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of our own making, with companies that do not exist. */
class ConstituentsPageTest {

    private static final String HEADS =
            "<tr><th>Symbol</th><th>Security</th><th><a href='#'>GICS</a> Sector<sup class='reference'>[2]</sup></th>"
                    + "<th>Date added</th></tr>";
    private static final String ACME =
            "<tr><td><a href='x'>ACME</a></td><td>Acme</td><td>Energy</td><td>1999-03-04</td></tr>";
    private static final String BOLT = "<tr><td>BOLT</td><td>Bolt &amp; Nut</td><td>Industrials</td><td></td></tr>";

    @TempDir
    Path folder;

    private ConstituentsPage read(String body) {
        return read("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>" + body + "</body></html>", UTF_8);
    }

    private ConstituentsPage read(String page, Charset charset) {
        try {
            return ConstituentsPage.read(Files.write(folder.resolve("page.html"), page.getBytes(charset)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(String... rows) {
        return "<table>" + String.join("", rows) + "</table>";
    }

    private static String row(String ticker) {
        return "<tr><td>" + ticker + "</td><td>Some Company</td><td>Utilities</td><td>2020-06-22</td></tr>";
    }

    private static Instrument instrument(String symbol) {
        return new Instrument(symbol);
    }

    private List<String> symbols(String body) {
        return read(body).constituents().stream()
                .map(constituent -> constituent.instrument().symbol())
                .toList();
    }

    @Test
    void readsTickerNameSectorAndDateOfEachRow() {
        assertThat(read(table(HEADS, ACME, BOLT)).constituents())
                .containsExactly(
                        new Constituent(instrument("ACME"), "Acme", "Energy", Optional.of(LocalDate.of(1999, 3, 4))),
                        new Constituent(instrument("BOLT"), "Bolt & Nut", "Industrials", Optional.empty()));
    }

    @Test
    void readsTheColumnsWhereverTheyStandAndWhateverOthersThereAre() {
        String page = table(
                "<thead><tr><th>Company</th><th>Weight</th><th>Ticker</th><th>ICB\n Industry</th></tr></thead>",
                "<tbody><tr><th scope='row'>Acme</th><td>3%</td><td>ACME</td><td>Energy</td></tr></tbody>");

        assertThat(read(page).constituents())
                .containsExactly(new Constituent(instrument("ACME"), "Acme", "Energy", Optional.empty()));
    }

    @Test
    void readsWhatAReaderSees() {
        String page = table(
                HEADS,
                "<tr><td>&nbsp;AC<span style='Display : none'>XX</span>ME&#8203;\u00a0</td>"
                        + "<td>Acme<sup>[5]</sup><sup class='reference'><a>[note 3]</a></sup>&nbsp;Inc.<script>alert('x')</script></td>"
                        + "<td>Energy<style>td{}</style>[a]</td><td>March 4, 1999[7]</td></tr>");

        assertThat(read(page).constituents())
                .containsExactly(new Constituent(
                        instrument("ACME"), "Acme Inc.", "Energy", Optional.of(LocalDate.of(1999, 3, 4))));
    }

    @Test
    void aClassOfSharesIsWrittenWithADotOrAHyphenAndIsAListingOfItsOwn() {
        assertThat(symbols(table(HEADS, row("ACME"), row("ACMEA"), row("BOLT.B"), row("BOLT-C"))))
                .containsExactly("ACME", "ACMEA", "BOLT.B", "BOLT.C");
    }

    @Test
    void neitherScriptsNorCommentsNorTextsOfTablesAreTables() {
        String fake = table(HEADS, row("FAKE"));
        assertThat(symbols("<script>document.write(\"" + fake + "\")</script><!--" + fake + "--><pre>"
                        + fake.replace("<", "&lt;") + "</pre><template></template>" + table(HEADS, ACME)))
                .containsExactly("ACME");
    }

    @Test
    void aTableMayStandWithinTheCellOfALayout() {
        assertThat(symbols("<table><tr><td>" + table(HEADS, ACME, BOLT) + "</td><td>menu</td></tr></table>"))
                .containsExactly("ACME", "BOLT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-03-04", "March 4, 1999", "4 March 1999", "4\u00a0March 1999"})
    void readsDatesInTheFormsThatPagesUse(String text) {
        assertThat(read(table(HEADS, ACME.replace("1999-03-04", text)))
                        .constituents()
                        .getFirst()
                        .added())
                .contains(LocalDate.of(1999, 3, 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A/B     | row 2: 'A/B' is not a ticker such as AAPL or BRK.B",
                "bolt    | row 2: 'bolt' is not a ticker",
                "n/a     | row 2: 'n/a' is not a ticker",
                "B0LT    | row 2: 'B0LT' is not a ticker",
                "BОLT    | row 2: 'BОLT' is not a ticker",
                "AAA<br>BBB | row 2: 'AAA BBB' is not a ticker",
                "NYSE: BOLT | row 2: 'NYSE: BOLT' is not a ticker",
                "<i></i> | row 2: no ticker",
                "ACME    | row 2: ACME is in row 1 already",
                "<table><tr><td>BOLT</td></tr></table> | row 2: a table within the cell of column 1",
            })
    void refusesATickerThatIsNone(String cell, String message) {
        assertRefused(table(HEADS, ACME, row(cell), row("LAST")), message);
    }

    @Test
    void theSameClassInTwoWritingsIsADuplicate() {
        assertRefused(table(HEADS, row("BOLT.B"), row("BOLT-B")), "row 2: BOLT.B is in row 1 already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<tr><td>BOLT</td><td>Bolt</td><td>Energy</td></tr>                             | row 2: it has 3 cells; expected 4",
                "<tr><td>BOLT</td><td>Bolt</td><td>Energy</td><td></td><td></td></tr>           | row 2: it has 5 cells; expected 4",
                "<tr><td colspan=2>BOLT</td><td>Bolt</td><td>Energy</td><td></td></tr>          | row 2: it has 5 cells; expected 4",
                "<tr><td>BOLT</td><td></td><td>Energy</td><td></td></tr>                        | row 2: no name",
                "<tr><td>BOLT</td><td>Bolt</td><td>[1]</td><td></td></tr>                       | row 2: no sector",
                "<tr><td>BOLT</td><td>Bolt</td><td>Energy</td><td>2024-02-30</td></tr>          | row 2: '2024-02-30' is not a date such as",
                "<tr><td>BOLT</td><td>Bolt</td><td>Energy</td><td>1999 (again 2001)</td></tr>   | row 2: '1999 (again 2001)' is not a date such as",
                "<tr><th>Symbol</th><th>Security</th><th>Sector</th><th>Date</th></tr>          | row 2: headings or a foot among the rows",
                "<tr></tr>                                                                      | row 2: it has 0 cells; expected 4",
                "<tr><td rowspan=2>BOLT</td><td>Bolt</td><td>Energy</td><td></td></tr>          | row 3: it has 5 cells; expected 4",
                "<tr><td colspan=999999999>BOLT</td></tr>                                       | row 2: it has 100 cells; expected 4",
            })
    void refusesARowThatIsNotWhole(String row, String message) {
        assertRefused(table(HEADS, ACME, row, row("LAST")), message);
    }

    @Test
    void refusesARowAmongTheFeet() {
        assertRefused(
                table("<thead>" + HEADS + "</thead>", ACME, "<tfoot>" + row("TOTAL") + "</tfoot>"),
                "row 2: headings or a foot among the rows");
    }

    @Test
    void refusesAPageWithTwoSuchTables() {
        assertRefused(
                table(HEADS, ACME, BOLT) + table(HEADS, ACME),
                "the page has 2 tables that may be the constituents, of 2 and 1 rows; expected one");
    }

    @Test
    void refusesAPageWithoutSuchATableAndSaysWhatIsThere() {
        assertRefused("<p>Not found</p>", "the page has no table of constituents", "it has no table with headings");
        assertRefused(
                table("<tr><th>Year</th><th>Close</th></tr>", "<tr><td>1999</td><td>1</td></tr>"),
                "expected the columns Symbol (or Ticker), Security (or Company) and GICS Sector; found year, close");
        assertRefused(
                table("<tr><th>Symbol</th><th>Ticker</th><th>Security</th><th>Sector</th></tr>", ACME),
                "no table of constituents");
    }

    @Test
    void refusesAPageThatWasCutWhereverItWasCut() {
        String page = "<html><body>" + table(HEADS, ACME, BOLT, row("CARP")) + "</body></html>";
        assertThat(read(page, UTF_8).constituents()).hasSize(3);
        IntStream.rangeClosed(0, page.length() - "</html>".length())
                .forEach(length -> assertThatThrownBy(() -> read(page.substring(0, length), UTF_8))
                        .as("cut after %d characters", length)
                        .isInstanceOf(UnreadablePage.class));
    }

    @Test
    void readsAPageWhollyOrNotAtAllWhicheverOfItsMarksIsLost() {
        String page = "<html><body>" + table(HEADS, ACME, BOLT, row("CARP")) + "</body></html>";
        ConstituentsPage whole = read(page, UTF_8);
        for (int seed = 0; seed < 300; seed++) {
            int at = new SplittableRandom(seed).nextInt(page.indexOf(HEADS) + HEADS.length(), page.indexOf("</table>"));
            String torn = page.substring(0, at) + page.substring(page.indexOf('>', at) + 1);
            try {
                assertThat(read(torn, UTF_8).constituents()).as("seed %d", seed).hasSameSizeAs(whole.constituents());
            } catch (UnreadablePage refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).startsWith("row ");
            }
        }
    }

    @Test
    void readsTheEncodingThatThePageDeclaresAndRefusesBytesThatAreNotInIt() {
        String page = "<html><head><meta charset='CHARSET'></head><body>"
                + table(HEADS, ACME.replace(">Acme<", ">Acmé<")) + "</body></html>";
        assertThat(read(page.replace("CHARSET", "iso-8859-1"), ISO_8859_1)
                        .constituents()
                        .getFirst()
                        .name())
                .isEqualTo("Acmé");
        assertThatThrownBy(() -> read(page.replace("CHARSET", "utf-8"), ISO_8859_1))
                .isInstanceOf(UnreadablePage.class)
                .hasMessageContaining("row 1")
                .hasMessageContaining("is not in the encoding that the page declares");
    }

    @Test
    void refusesWhatIsNoPage() {
        assertThatThrownBy(() -> ConstituentsPage.read(folder.resolve("absent.html")))
                .isInstanceOf(UnreadablePage.class)
                .hasMessage("there is no such file");
        assertThatThrownBy(() -> read("symbol,name\nACME,Acme\n", UTF_8))
                .isInstanceOf(UnreadablePage.class)
                .hasMessageContaining("does not end with </html>");
        assertThatThrownBy(() -> ConstituentsPage.read(folder))
                .isInstanceOf(UnreadablePage.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void survivesTablesWithinTablesWithoutEnd() {
        assertRefused("<table><tr><td>".repeat(20_000), "no table of constituents");
    }

    @Test
    void readsChangesWithCellsThatSpanRows() {
        String page = table(HEADS, ACME)
                + table(
                        "<tr><th rowspan='2'>Effective Date</th><th colspan='2'>Added</th><th colspan='2'>Removed</th>"
                                + "<th rowspan='2'>Reason</th></tr>",
                        "<tr><th>Ticker</th><th>Security</th><th>Ticker</th><th>Security</th></tr>",
                        "<tr><td rowspan='2'>June 24, 2024</td><td>ACME</td><td>Acme</td><td>DULL</td><td>Dull</td>"
                                + "<td rowspan='2'>Market value.[3]</td></tr>",
                        "<tr><td>BOLT-B</td><td>Bolt</td><td></td><td></td></tr>",
                        "<tr><td>2023-12-18</td><td>\u2014</td><td></td><td>GONE</td><td>Gone</td><td></td></tr>");

        assertThat(read(page).changes())
                .containsExactly(
                        change("2024-06-24", "ACME", "DULL", "Market value."),
                        change("2024-06-24", "BOLT.B", "", "Market value."),
                        change("2023-12-18", "", "GONE", ""));
    }

    private static IndexChange change(String date, String added, String removed, String reason) {
        return new IndexChange(LocalDate.parse(date), ifAny(added), ifAny(removed), reason);
    }

    private static Optional<Instrument> ifAny(String symbol) {
        return symbol.isEmpty() ? Optional.empty() : Optional.of(instrument(symbol));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<td>soon</td><td>ACME</td><td>DULL</td><td>x</td>          | row 1: 'soon' is not a date",
                "<td>2024-06-24</td><td>A?</td><td>DULL</td><td>x</td>      | row 1: 'A?' is not a ticker",
                "<td>2024-06-24</td><td></td><td></td><td>x</td>            | row 1: neither an added nor a removed ticker",
                "<td>2024-06-24</td><td>ACME</td><td>x</td>                 | row 1: it has 3 cells; expected 4",
            })
    void refusesAPageWhoseChangesAreNotUnderstood(String cells, String message) {
        String changes = table(
                "<tr><th>Date</th><th>Added Ticker</th><th>Removed Ticker</th><th>Reason</th></tr>",
                "<tr>" + cells + "</tr>");
        assertRefused(table(HEADS, ACME) + changes, "table of changes, " + message);
    }

    private void assertRefused(String body, String... parts) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(UnreadablePage.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(parts));
    }

    @Test
    void keepsTheOrderOfAPageOfAWholeIndex() {
        List<String> tickers = IntStream.range(0, 503)
                .mapToObj(i -> Character.toString('A' + i / 26) + Character.toString('A' + i % 26))
                .toList();
        assertThat(tickers).hasSize(503);
        assertThat(symbols(table(
                        HEADS, tickers.stream().map(ConstituentsPageTest::row).collect(Collectors.joining()))))
                .isEqualTo(tickers);
    }
}
