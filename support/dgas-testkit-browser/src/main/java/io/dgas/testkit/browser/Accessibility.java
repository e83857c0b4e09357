package io.dgas.testkit.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.assertj.core.api.Assertions;

/** Whether everybody can use a page: WCAG 2.2, levels A and AA, as axe-core judges. */
public final class Accessibility {

    private static final String LIBRARY = "axe-core";

    /** One line for each finding: the rule, what it says, and where. */
    private static final String JUDGE = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
              .violations.flatMap(found => found.nodes.map(node =>
                found.id + ': ' + found.help + ' at ' + node.target.join(' ') + ' (' + node.failureSummary + ')'))""";

    private Accessibility() {}

    /** Fails with each finding. */
    public static void assertForEverybody(Page page) {
        page.evaluate(source());
        Assertions.assertThat((List<?>) page.evaluate(JUDGE))
                .as("findings on %s", page.url())
                .isEmpty();
    }

    private static String source() {
        Properties version = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + LIBRARY + "/pom.properties")) {
            version.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String folder = "/META-INF/resources/webjars/" + LIBRARY + "/" + version.getProperty("version") + "/";
        try (InputStream in = open(folder + "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Accessibility.class.getResourceAsStream(name), name);
    }
}
