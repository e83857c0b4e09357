package io.dgas.adapter.web.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.dgas.adapter.web.HostNames;
import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.access.Credentials;
import io.dgas.adapter.web.access.LoginPage;
import io.dgas.adapter.web.access.PasswordHash;
import io.dgas.adapter.web.live.Event;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import io.dgas.application.port.in.DataAge;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.Timeframes;
import io.dgas.testkit.browser.Accessibility;
import io.dgas.testkit.browser.Look;
import io.dgas.testkit.browser.RealBrowser;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The overview as a reader has it: in a real browser, live. */
class OverviewInBrowserTest {

    private static final Instant NOW = Instant.parse("2026-10-30T14:01:05Z");
    private static final Instant CLOSE = Instant.parse("2026-10-30T14:00:00Z");
    private static final List<SignalType> SIDES = List.of(SignalType.values());
    private static final List<RunStatus> ENDS = List.of(RunStatus.values());
    private static final String PASSWORD = "three little words";

    private static @Nullable RealBrowser browser;

    private final Live live = new Live();
    private final OverviewPage overview = new OverviewPage(live);
    private final List<String> errors = new ArrayList<>();
    private final List<BrowserContext> readers = new ArrayList<>();
    private WebServer server;

    @BeforeAll
    static void open() {
        browser = RealBrowser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        server = started(0, live, overview);
        fill(overview, 5);
    }

    private static WebServer started(int port, Live live, OverviewPage overview) {
        Appearance appearance = new Appearance(Optional.of("This market is simulated."), Theme.SYSTEM);
        return WebServer.start(
                new WebAddress("127.0.0.1", port), List.of(new Site(appearance, live, List.of(overview))));
    }

    @AfterEach
    void stop() {
        readers.forEach(BrowserContext::close);
        server.close();
        assertThat(errors).isEmpty();
    }

    private static void fill(OverviewPage overview, int signals) {
        overview.show(new SystemStatus(
                NOW,
                List.of(
                        ComponentStatus.ok("database", "PostgreSQL 18"),
                        ComponentStatus.warning(
                                "bars", "8 of 9 symbols fresh; 'dgas data freshness --late' names them"),
                        ComponentStatus.failing("scheduler", "does not run; start it with 'dgas scheduler start'"),
                        ComponentStatus.unknown("clock", "not looked at"))));
        overview.show(new DataAge(NOW, Timeframe.M30, Optional.of(CLOSE), 8, 9));
        overview.showSignals(IntStream.range(0, signals)
                .mapToObj(i -> signal(signals - i, SIDES.get((signals - i) % SIDES.size())))
                .toList());
        overview.showCycles(IntStream.range(0, ENDS.size())
                .mapToObj(OverviewInBrowserTest::cycle)
                .toList());
        overview.endTrouble();
    }

    private static RecordedRun cycle(int number) {
        return new RecordedRun(
                number,
                NOW,
                NOW,
                Optional.of(CLOSE.minus(Duration.ofMinutes(15L * number))),
                new Timeframes(Timeframe.M30, List.of(Timeframe.D1)),
                ENDS.get(number),
                false,
                453,
                7,
                64,
                Duration.ofMillis(812),
                Map.of(),
                Optional.empty());
    }

    private static StoredSignal signal(int number, SignalType type) {
        return new StoredSignal(
                new Instrument("SYM" + number),
                type,
                SetUp.TREND_CONTINUATION,
                Timeframe.M30,
                CLOSE,
                new BigDecimal("142.16"),
                Optional.of(new BigDecimal("141.10")),
                Optional.of(new BigDecimal("144.30")),
                Optional.of(0.714),
                Optional.of(0.5),
                Optional.empty(),
                "",
                Optional.of(NOW));
    }

    private Page page(Look look) {
        BrowserContext reader = Objects.requireNonNull(browser).reader(look);
        readers.add(reader);
        Page page = reader.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            // a connection that is refused while the server is away is no fault of the page
            if (message.type().equals("error") && !message.text().contains("ERR_CONNECTION_REFUSED")) {
                errors.add(message.text());
            }
        });
        return page;
    }

    private Page opened(Look look) {
        Page page = page(look);
        page.navigate(server.url() + "/");
        assertThat(page.locator("#connection")).hasText("live");
        return page;
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanUseIt(Look look) {
        Page page = opened(look);
        assertThat(page.locator("#part-signals tbody tr")).hasCount(5);
        page.locator("summary").click();
        RealBrowser.keep(page, "overview-" + look);
        Accessibility.assertForEverybody(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("the page itself does not scroll sideways")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEmptyOrAwayCanBeUsedToo(Look look) {
        overview.showSignals(List.of());
        overview.showCycles(List.of());
        overview.show(new DataAge(NOW, Timeframe.M30, Optional.empty(), 0, 0));
        overview.showTrouble("cannot use the database 127.0.0.1:5432/dgas: Connection refused");
        Page page = opened(look);
        RealBrowser.keep(page, "overview-empty-" + look);
        Accessibility.assertForEverybody(page);
        page.navigate(server.url() + "/nowhere");
        RealBrowser.keep(page, "nowhere-" + look);
        Accessibility.assertForEverybody(page);
        errors.removeIf(error -> error.contains("404"));
    }

    @Test
    void whatChangesIsThereAtOnceAndTheReadersPlaceIsKept() {
        fill(overview, 40);
        Page page = opened(Look.LIGHT);
        page.locator("summary").click();
        Locator table = page.locator("#part-signals .scroll");
        table.evaluate("element => element.scrollTop = 300");
        page.locator("#part-signals tbody tr").nth(20).locator("a").focus();

        fill(overview, 41);

        assertThat(page.locator("#part-signals tbody tr")).hasCount(41);
        assertThat(page.locator("#part-signals tbody tr").first()).hasClass("fresh");
        assertThat(page.locator("details li").first()).isVisible();
        assertThat((int) table.evaluate("element => element.scrollTop")).isGreaterThan(100);
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("SYM20");
    }

    @Test
    void whatListensIsToldOfItsOwnSymbol() {
        Page page = opened(Look.LIGHT);
        page.evaluate("""
                () => {
                  window.heard = [];
                  for (const symbol of ['AAPL', 'IBM']) {
                    const element = document.createElement('p');
                    element.dataset.listen = 'bars signal';
                    element.dataset.symbol = symbol;
                    element.addEventListener('dgas:changed', (told) => window.heard.push(symbol + told.detail.event));
                    document.body.append(element);
                  }
                }""");
        live.tell(new Event(Event.Kind.BARS, List.of("AAPL")));
        live.tell(new Event(Event.Kind.RUN, List.of()));
        live.tell(new Event(Event.Kind.SIGNAL, List.of()));
        page.waitForFunction("() => window.heard.length >= 3");
        assertThat(page.evaluate("window.heard.join(' ')")).isEqualTo("AAPLbars AAPLsignal IBMsignal");
    }

    @Test
    void itSaysWhenItIsNotLiveAndCatchesUpAfterARestart() {
        Page page = opened(Look.DARK);
        int port = URI.create(server.url()).getPort();
        server.close();
        assertThat(page.locator("#connection")).hasText("not live, as of 10:01:05; connecting again");
        RealBrowser.keep(page, "overview-not-live");
        Accessibility.assertForEverybody(page);

        Live later = new Live();
        OverviewPage restarted = new OverviewPage(later);
        fill(restarted, 7);
        server = started(port, later, restarted);
        assertThat(page.locator("#connection"))
                .hasText("live", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(page.locator("#part-signals tbody tr")).hasCount(7);
    }

    @Test
    void theReadersColoursAreKept() {
        Page page = opened(Look.LIGHT);
        String before = (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
        page.locator(".themes label")
                .filter(new Locator.FilterOptions().setHasText("dark"))
                .click();
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(before);
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = opened(Look.LIGHT);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("summary")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("details li").first()).isVisible();
    }

    @Test
    void whoMustSignInDoesAndSignsOut() {
        server.close();
        HostNames names = new HostNames(Set.of(), true, false);
        Credentials credentials = new Credentials(PasswordHash.of(PASSWORD.toCharArray()), Optional.empty());
        server = WebServer.start(
                new WebAddress("127.0.0.1", 0),
                names,
                List.of(new Site(
                        new Appearance(Optional.empty(), Theme.SYSTEM),
                        live,
                        List.of(new LoginPage(credentials, false, () -> NOW), overview))));
        Page page = page(Look.PHONE_DARK);
        page.navigate(server.url() + "/?some=thing");
        assertThat(page.locator("h1")).hasText("Sign in");
        RealBrowser.keep(page, "login");
        Accessibility.assertForEverybody(page);

        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("#connection")).hasText("live");
        assertThat(page.url()).endsWith("/?some=thing");
        page.locator(".leave button").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        errors.clear();
    }
}
