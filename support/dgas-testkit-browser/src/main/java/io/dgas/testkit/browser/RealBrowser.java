package io.dgas.testkit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium that is installed, without a window. One is opened for a test class, by the thread that uses it, and closed
 * after it.
 */
public final class RealBrowser implements AutoCloseable {

    private static final List<String> QUIETLY = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright driver;
    private final Browser browser;

    private RealBrowser(Playwright driver, Browser browser) {
        this.driver = driver;
        this.browser = browser;
    }

    /** Opens it; where there is no browser, or no node to drive it, the test is skipped and says so. */
    public static RealBrowser open() {
        Optional<Path> chromium = installed("chromium", "chromium-browser", "google-chrome");
        Optional<Path> node = installed("node");
        Assumptions.assumeTrue(
                chromium.isPresent() && node.isPresent(),
                "no browser: it needs chromium and node on the PATH (apt-get install chromium nodejs)");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.orElseThrow().toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        Browser browser = driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setChromiumSandbox(!isRoot)
                        .setArgs(QUIETLY));
        return new RealBrowser(driver, browser);
    }

    private static Optional<Path> installed(String... names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A reader without cookies. */
    public BrowserContext reader(Look look) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setLocale("de-DE")
                .setTimezoneId("Asia/Kolkata");
        if (look.isDark()) {
            options.setColorScheme(ColorScheme.DARK);
        }
        return browser.newContext(options);
    }

    /** Keeps how it looks, the whole of it, below {@code target/screenshots}. */
    public static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        Stream.<AutoCloseable>of(browser, driver).forEach(RealBrowser::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            throw new IllegalStateException("the browser does not end", failed);
        }
    }
}
