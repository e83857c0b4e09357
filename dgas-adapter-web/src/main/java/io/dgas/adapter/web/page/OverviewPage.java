package io.dgas.adapter.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.dgas.adapter.web.Routes;
import io.dgas.application.port.in.Overview;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system at one glance, at {@code /}. What changes is pushed to the pages that are open, as the part of the page that
 * it is. Safe for threads.
 */
public final class OverviewPage implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewPage.class);

    private static final Asset STYLE = new Asset("style.css", "text/css; charset=utf-8");
    private static final Asset SCRIPT = new Asset("live.js", "text/javascript; charset=utf-8");
    private static final String NOTHING_YET = "<p class=\"empty\">Nothing has been read yet.</p>";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.dgas.adapter.web.page.templates");
    private final Set<WsContext> readers = ConcurrentHashMap.newKeySet();
    private final Optional<String> remark;
    private final String theme;
    private volatile String shown = NOTHING_YET;

    /**
     * A page without anything on it yet.
     *
     * @param remark what every reader has to know, such as that the market is simulated
     * @param theme dark, light or system
     */
    public OverviewPage(Optional<String> remark, String theme) {
        this.remark = remark;
        this.theme = theme;
    }

    /** Shows this from now on, on all pages that are open. */
    public void show(Overview overview) {
        publish(rendered("overview.jte", Map.of("overview", overview)));
    }

    /** Says from now on why nothing can be read, below it nothing. */
    public void showProblem(String problem) {
        publish(rendered("problem.jte", Map.of("problem", problem)));
    }

    private synchronized void publish(String html) {
        if (!html.equals(shown)) {
            shown = html;
            readers.forEach(reader -> send(reader, html));
        }
    }

    private String rendered(String template, Map<String, Object> values) {
        StringOutput out = new StringOutput();
        templates.render(template, values, out);
        return out.toString();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", context -> context.html(page()));
        routes.get("/style.css", STYLE::send);
        routes.get("/live.js", SCRIPT::send);
        routes.ws("/live", socket -> {
            socket.onConnect(reader -> {
                reader.enableAutomaticPings();
                readers.add(reader);
                send(reader, shown);
            });
            socket.onClose(readers::remove);
            socket.onError(readers::remove);
        });
    }

    private String page() {
        return rendered("page.jte", Map.of("shown", shown, "remark", remark.orElse(""), "theme", theme));
    }

    /** A reader that is gone is one reader less. */
    private void send(WsContext reader, String html) {
        try {
            reader.send(html);
        } catch (RuntimeException gone) {
            LOG.debug("a page is gone", gone);
            readers.remove(reader);
        }
    }
}
