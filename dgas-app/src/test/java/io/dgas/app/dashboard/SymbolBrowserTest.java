package io.dgas.app.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dgas.adapter.web.live.Event;
import io.dgas.testkit.browser.Accessibility;
import io.dgas.testkit.browser.Look;
import io.dgas.testkit.browser.RealBrowser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart of a symbol in a real browser. */
class SymbolBrowserTest {

    private static final Instant NOON = Instant.parse("2026-10-14T17:01:00Z");
    private static final Instant LATER = Instant.parse("2026-10-14T18:01:00Z");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<String> errors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // opened before each
    private RealBrowser browser;

    @SuppressWarnings("NullAway.Init") // opened before each
    private LivedMarket market;

    @SuppressWarnings("NullAway.Init") // opened before each
    private SymbolSite site;

    @BeforeEach
    void open() {
        browser = RealBrowser.open();
        market = new LivedMarket(folder).until(NOON);
        site = new SymbolSite(market.installation(), now::get);
    }

    @AfterEach
    void close() {
        if (site != null) {
            site.close();
            market.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private Page opened(Look look) {
        Page page = browser.reader(look).newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.navigate(site.url() + "/symbols/GEN");
        assertThat(page.locator("#chart[data-ready]")).isVisible();
        return page;
    }

    private static Locator readout(Page page) {
        return page.locator(".readout");
    }

    @Test
    void theChartIsDrawnInBothThemesWithoutAnyComplaint() {
        Page page = opened(Look.LIGHT);
        assertThat(readout(page)).containsText("Wed 14 Oct 12:30");
        RealBrowser.keep(page, "symbol-light");
        Accessibility.assertForEverybody(page);
        byte[] light = page.locator(".plot").screenshot();
        page.locator("#themes label", new Page.LocatorOptions().setHasText("dark"))
                .click();
        RealBrowser.keep(page, "symbol-dark");
        Accessibility.assertForEverybody(page);
        assertThat(page.locator(".plot").screenshot()).isNotEqualTo(light);
        assertThat(errors).isEmpty();
    }

    @Test
    void nothingIsWiderThanATelephone() {
        Page page = opened(Look.PHONE_DARK);
        RealBrowser.keep(page, "symbol-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void theKeyboardGoesFromBarToBarAndChangesTheScale() {
        Page page = opened(Look.LIGHT);
        page.locator(".plot").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(readout(page)).containsText("Wed 14 Oct 11:30");
        page.keyboard().press("ArrowLeft");
        assertThat(readout(page)).containsText("Wed 14 Oct 11:00");
        assertThat(page.locator(".spoken")).containsText("Wed 14 Oct 11:00, close ");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(readout(page)).containsText("the coming one");
        byte[] before = page.locator(".plot").screenshot();
        page.keyboard().press("+");
        assertThat(page.locator(".plot").screenshot()).isNotEqualTo(before);
    }

    @Test
    void linesAreChosenByNameAndTheChoiceIsKept() {
        Page page = opened(Look.LIGHT);
        assertThat(readout(page)).not().containsText("5/9 Up");
        page.locator(".choose summary").click();
        page.locator(".choices label", new Page.LocatorOptions().setHasText("5/9 Up"))
                .locator("input")
                .check();
        assertThat(readout(page)).containsText("5/9 Up");
        page.reload();
        assertThat(readout(page)).containsText("5/9 Up");
    }

    @Test
    void aClosedBarComesByItselfAndTheReaderKeepsThePlace() {
        Page page = opened(Look.LIGHT);
        page.locator("#rows summary").click();
        page.evaluate("window.kept = true");
        market.until(LATER);
        now.set(LATER);
        site.live().tell(new Event(Event.Kind.BARS, List.of("GEN")));
        assertThat(page.locator("#head time")).hasText("Wed 14 Oct 14:00");
        assertThat(readout(page)).containsText("Wed 14 Oct 13:30");
        assertThat(page.locator("#rows")).hasAttribute("open", "");
        assertThat(page.evaluate("window.kept")).isEqualTo(true);
    }

    @Test
    void theFieldOfTheTimeLeadsToWhatWasKnownThen() {
        Page page = opened(Look.LIGHT);
        page.locator("input[name=asOf]").fill("2026-10-13T15:45");
        page.locator("button", new Page.LocatorOptions().setHasText("Show")).click();
        assertThat(page.locator(".then")).containsText("As of Tue 13 Oct 15:45:00 New York");
        assertThat(page.locator("#chart[data-ready]")).isVisible();
        assertThat(readout(page)).containsText("Tue 13 Oct 15:00");
        page.locator(".then a.button").click();
        assertThat(page.locator(".then")).hasCount(0);
    }
}
