package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.in.ImportUniverse.Entry;
import io.dgas.application.port.in.ImportUniverse.Options;
import io.dgas.application.port.in.ImportUniverse.Request;
import io.dgas.application.port.in.ImportUniverse.SymbolList;
import io.dgas.application.port.in.UniverseIndex;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.application.universe.UniverseImport;
import io.dgas.domain.market.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code dgas symbols import} on a real database, today being 2026-11-22. */
class ImportSymbolsTest {

    private static final List<String> MEMBERS = IndexPages.tickers(503);

    /** The methods by which an import stores. */
    private static final Set<String> STEPS = Set.of("describe", "activate", "deactivate", "replace");

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void begin() {
        dgas = new StoredDgas(folder);
    }

    private StoredDgas.Run dgas(String commandLine) {
        return dgas.run(commandLine.split(" "));
    }

    private void file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> members(String index, String date) {
        return dgas("symbols members " + index + " --date " + date)
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private List<String> active() {
        return dgas("symbols list --active")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private void importedInJune() {
        file("june.html", IndexPages.page(MEMBERS));
        assertThat(dgas("symbols import june.html --index sp500 --date 2026-06-01")
                        .code())
                .isZero();
    }

    @Test
    void makesTheMembersOfAPageKnownAndActive() {
        file("page.html", IndexPages.page(MEMBERS));

        StoredDgas.Run run = dgas("symbols import page.html --index sp500");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                imported 503 symbols from page page.html: 503 new, 503 made active, 0 made inactive
                sp500 on 2026-11-22: 503 joined, 0 left
                """);
        assertThat(run.code()).isZero();
        assertThat(active()).isEqualTo(MEMBERS);
        assertThat(members("sp500", "2026-11-22")).isEqualTo(MEMBERS);
        assertThat(members("sp500", "2026-11-21")).isEmpty();
        assertThat(dgas("symbols members nasdaq100").err()).startsWith("no members of nasdaq100 are recorded");
    }

    @Test
    void theSameListAgainChangesNothing() {
        importedInJune();

        assertThat(dgas("symbols import june.html --index sp500").out()).isEqualTo("""
                imported 503 symbols from page june.html: 0 new, 0 made active, 0 made inactive
                sp500 on 2026-11-22: 0 joined, 0 left
                """);
        assertThat(members("sp500", "2026-06-01")).isEqualTo(MEMBERS);
    }

    @Test
    void whoLeavesWasAMemberUntilThenAndKeepsItsStanding() {
        importedInJune();
        file("now.html", IndexPages.page(IndexPages.turned(MEMBERS, 2, "NEWA", "NEWB.B")));

        StoredDgas.Run run = dgas("symbols import now.html --index sp500");

        assertThat(run.out())
                .contains("2 new, 2 made active, 0 made inactive")
                .contains("sp500 on 2026-11-22: 2 joined (NEWA NEWB.B), 2 left (QAAA QAAB)");
        assertThat(run.err()).startsWith("symbols that left keep their standing; --deactivate-removed");
        assertThat(members("sp500", "2026-11-21")).isEqualTo(MEMBERS);
        assertThat(members("sp500", "2026-11-22"))
                .hasSize(503)
                .contains("NEWA", "NEWB.B")
                .doesNotContain("QAAA", "QAAB");
        assertThat(active()).hasSize(505);
        assertThat(dgas("symbols members sp500 --date 2026-07-01 --json").out().replaceAll("\\s", ""))
                .startsWith("[{\"symbol\":\"QAAA\",\"from\":\"2026-06-01\",\"to\":\"2026-11-22\",\"source\":\"page"
                        + "june.html\"},{\"symbol\":\"QAAB\"")
                .contains("{\"symbol\":\"QAAC\",\"from\":\"2026-06-01\",\"to\":null,");
    }

    @Test
    void whoLeavesIsMadeInactiveOnRequestUnlessAnotherIndexHasIt() {
        importedInJune();
        file("nasdaq.csv", "symbol\n" + String.join("\n", MEMBERS.subList(1, 101)));
        assertThat(dgas("symbols import nasdaq.csv --index nasdaq100 --date 2026-06-01")
                        .code())
                .isZero();
        file("now.html", IndexPages.page(IndexPages.turned(MEMBERS, 2)));

        StoredDgas.Run run = dgas("symbols import now.html --index sp500 --deactivate-removed --json");

        assertThat(run.out().replaceAll("\\s", ""))
                .contains("\"imported\":true", "\"deactivated\":[\"QAAA\"]", "\"left\":[\"QAAA\",\"QAAB\"]");
        assertThat(active()).doesNotContain("QAAA").contains("QAAB").hasSize(502);
    }

    @Test
    void aChangeThatThePageDatesCountsFromItsDateOn() {
        importedInJune();
        file(
                "now.html",
                IndexPages.page(
                        IndexPages.turned(MEMBERS, 2, "NEWA", "NEWB"),
                        IndexPages.change("September 22, 2026", "NEWA", "QAAA"),
                        IndexPages.change("2026-03-23", "NEWB", "QAAB"),
                        IndexPages.change("2026-10-05", "QAAA", "QAAC")));

        assertThat(dgas("symbols import now.html --index sp500").out())
                .contains("2 joined (NEWA NEWB), 2 left (QAAA QAAB)");

        assertThat(members("sp500", "2026-09-21")).contains("QAAA", "QAAB").doesNotContain("NEWA", "NEWB");
        assertThat(members("sp500", "2026-09-22")).contains("NEWA", "QAAB").doesNotContain("QAAA", "NEWB");
        assertThat(members("sp500", "2026-10-05")).contains("QAAC").doesNotContain("QAAA");
        assertThat(members("sp500", "2026-11-22"))
                .contains("NEWA", "NEWB", "QAAC")
                .doesNotContain("QAAA", "QAAB");
    }

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
    void aDryRunTellsTheSameAndStoresNothing() {
        importedInJune();
        file("now.html", IndexPages.page(IndexPages.turned(MEMBERS, 2, "NEWA", "NEWB")));

        String dry = dgas("symbols import now.html --index sp500 --deactivate-removed --dry-run")
                .out();

        assertThat(active()).isEqualTo(MEMBERS);
        assertThat(members("sp500", "2026-11-22")).isEqualTo(MEMBERS);
        assertThat(dgas("symbols list").out()).doesNotContain("NEWA");
        assertThat(dgas("symbols import now.html --index sp500 --deactivate-removed")
                        .out())
                .isEqualTo(dry.replace("would import", "imported"))
                .contains("2 new, 2 made active, 2 made inactive");
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

    @Test
    void importsAListOfMereSymbols() {
        file("mine.csv", "\uFEFFName,Ticker, since\nAcme,acme,2020-06-22\n\"Bolt, Nut\",BOLT-B,\n");

        assertThat(dgas("symbols import mine.csv").out())
                .isEqualTo("imported 2 symbols from CSV mine.csv: 2 new, 2 made active, 0 made inactive\n");
        assertThat(active()).containsExactly("ACME", "BOLT.B");
        assertThat(dgas("symbols import mine.csv --json").out().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"imported\":true,\"dryRun\":false,\"refused\":null,\"index\":null,\"date\":\"2026-11-22\","
                                + "\"source\":\"CSVmine.csv\",\"symbols\":2,\"added\":[],\"activated\":[],\"deactivated\":[],"
                                + "\"joined\":[],\"left\":[],\"notes\":[]}");
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

    @Test
    void aDelistedSymbolStaysInactiveThoughALateListHasIt() {
        importedInJune();
        dgas("symbols delist QAAA --on 2026-11-18");

        StoredDgas.Run run = dgas("symbols import june.html --index sp500");

        assertThat(run.err()).isEqualTo("QAAA was delisted on 2026-11-18 and stays inactive\n");
        assertThat(active()).hasSize(502).doesNotContain("QAAA");
        assertThat(members("sp500", "2026-11-22")).contains("QAAA");
    }

    @Test
    void aLateListThatHasAFormerNameMeansTheSymbolUnderItsPresentOne() {
        importedInJune();
        dgas("symbols rename QAAA META --on 2026-11-10");

        StoredDgas.Run run = dgas("symbols import june.html --index sp500");

        assertThat(run.err()).isEqualTo("QAAA is read as META, which is its name by now\n");
        assertThat(run.out()).contains("0 new").contains("0 joined, 0 left");
        assertThat(members("sp500", "2026-11-22")).contains("META").doesNotContain("QAAA");
        assertThat(members("sp500", "2026-06-01")).contains("META").hasSize(503);
    }

    @Test
    void aNameGivenUpLongAgoIsAnotherCompanysByNow() {
        importedInJune();
        dgas("symbols rename QAAA META --on 2026-10-01");

        assertThat(dgas("symbols import june.html --index sp500").out()).contains("1 joined (QAAA), 1 left (META)");
    }

    @Test
    void pointsOutACompanyThatLeavesAndJoinsUnderAnotherTicker() {
        importedInJune();
        file(
                "now.html",
                IndexPages.page(IndexPages.turned(MEMBERS, 1, "META")).replace("Company META", "COMPANY, QAAA"));

        assertThat(dgas("symbols import now.html --index sp500 --dry-run").err())
                .startsWith(
                        "QAAA leaves and META joins under the same name; if it was renamed, 'dgas symbols rename QAAA"
                                + " META --on DATE' keeps its history in one piece\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anImportThatWasInterruptedAtAnyStepIsFinishedByTheNext(int steps) {
        importedInJune();
        Request request = new Request(
                new SymbolList(
                        Optional.of(UniverseIndex.SP500),
                        LocalDate.of(2026, 11, 22),
                        IndexPages.turned(MEMBERS, 2, "NEWA", "NEWB").stream()
                                .map(ticker -> new Entry(
                                        new Instrument(ticker), Optional.empty(), Optional.empty(), Optional.empty()))
                                .toList(),
                        List.of(),
                        "test"),
                new Options(false, false, true));
        try (Repositories stored = dgas.repositories()) {
            assertThatThrownBy(() -> useCase(stored, new AtomicInteger(steps)).run(request))
                    .isInstanceOf(StorageException.class);
            useCase(stored, new AtomicInteger(Integer.MAX_VALUE)).run(request);
        }
        assertThat(active()).hasSize(503).contains("NEWA", "NEWB").doesNotContain("QAAA", "QAAB");
        assertThat(members("sp500", "2026-11-21")).isEqualTo(MEMBERS);
        assertThat(members("sp500", "2026-11-22")).containsExactlyInAnyOrderElementsOf(active());
    }

    /** The use case on a store that breaks after so many steps. */
    private static UniverseImport useCase(Repositories stored, AtomicInteger steps) {
        return new UniverseImport(
                breaking(SymbolRepository.class, stored.symbols(), steps),
                breaking(ListingRepository.class, stored.listings(), steps),
                breaking(IndexMembershipRepository.class, stored.indexMembers(), steps),
                InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));
    }

    private static <T> T breaking(Class<T> port, T real, AtomicInteger steps) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (STEPS.contains(method.getName()) && steps.getAndDecrement() <= 0) {
                throw new StorageException("a step of an import", new IllegalStateException("the server is gone"));
            }
            return method.invoke(real, arguments);
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    @Test
    void theHelpShowsWhatShareMayLeave() {
        assertThat(dgas("symbols import --help").out()).contains("Let more than 20 % of the members leave.");
    }
}
