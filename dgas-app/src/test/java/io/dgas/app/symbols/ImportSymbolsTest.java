package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import org.junit.jupiter.api.Test;

/** What {@code dgas symbols import} does. */
class ImportSymbolsTest extends SymbolImports {

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

    @Test
    void theHelpShowsWhatShareMayLeave() {
        assertThat(dgas("symbols import --help").out()).contains("Let more than 20 % of the members leave.");
    }
}
