package io.dgas.adapter.web.overview;

import io.dgas.adapter.web.page.Fragment;
import io.dgas.adapter.web.page.Frame;
import io.dgas.adapter.web.page.Page;
import io.dgas.adapter.web.page.Place;
import io.dgas.adapter.web.page.View;
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
public final class OverviewPage implements Page {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewPage.class);

    private static final Place PLACE = new Place("Overview", "/");
    private static final String NOTHING_YET = "<p class=\"empty\">Nothing has been read yet.</p>";

    private final Set<WsContext> readers = ConcurrentHashMap.newKeySet();
    private volatile String shown = NOTHING_YET;

    /** Shows this from now on, on all pages that are open. */
    public void show(Overview overview) {
        publish(new Fragment("overview/overview.jte", Map.of("overview", overview)).html());
    }

    /** Says from now on why nothing can be read, below it nothing. */
    public void showProblem(String problem) {
        publish(new Fragment("overview/problem.jte", Map.of("problem", problem)).html());
    }

    private synchronized void publish(String html) {
        if (!html.equals(shown)) {
            shown = html;
            readers.forEach(reader -> send(reader, html));
        }
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(PLACE);
    }

    @Override
    public void addTo(RoutesConfig routes, Frame frame) {
        routes.get(PLACE.path(), context -> frame.show(context, view()));
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

    private View view() {
        return new View(PLACE.name(), PLACE.path(), new Fragment("overview/page.jte", Map.of("shown", shown)));
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
