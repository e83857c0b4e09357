package io.dgas.adapter.web.live;

import gg.jte.Content;
import io.dgas.adapter.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * What is pushed to the pages that are open, over {@code /live}: parts of them when they change, written once for all, and
 * events. A page says which parts it shows and in which version, and is sent those that it lacks. Safe for threads.
 */
public final class Live implements Routes {

    /** Attribute of a request: tells, also later, whether its reader may go on listening. All may where it is not there. */
    public static final String STAYS = "dgas-stays";

    private static final String ADDRESS = "/live";

    /** Parts that the page shows, as {@code name:version}. */
    private static final String HAS = "has";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<WsContext, Reader> readers = new ConcurrentHashMap<>();

    /** Shows this as a part from now on, on all pages that have it. */
    public synchronized void show(String part, String html) {
        Part now = Part.of(part, html);
        if (!now.equals(parts.put(part, now))) {
            Message message = now.message();
            readers.values().stream().filter(reader -> reader.shows(part)).forEach(reader -> reader.send(message));
        }
    }

    /** Tells all pages. */
    public void tell(Event event) {
        Message message = event.message();
        readers.values().forEach(reader -> reader.send(message));
    }

    /** A part as it is at the moment of writing a page; what stands in it before it is first shown is {@code before}. */
    public Content part(String name, Content before) {
        return output -> {
            Part now = now(name);
            output.writeContent("<div class=\"part\" id=\"part-" + name + "\" data-part=\"" + name
                    + "\" data-version=\"" + now.version() + "\">");
            if (now.html().isEmpty()) {
                before.writeTo(output);
            } else {
                output.writeContent(now.html());
            }
            output.writeContent("</div>");
        };
    }

    private synchronized Part now(String name) {
        return parts.getOrDefault(name, new Part(name, "", ""));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.ws(ADDRESS, socket -> {
            socket.onConnect(page -> {
                page.enableAutomaticPings();
                begin(page, has(page.queryParams(HAS)));
            });
            socket.onClose(readers::remove);
            socket.onError(readers::remove);
        });
    }

    private static Map<String, String> has(List<String> told) {
        Map<String, String> has = new LinkedHashMap<>();
        for (String part : told) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                has.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return has;
    }

    /** Nothing is shown meanwhile, so that what is sent here is the newest. */
    private synchronized void begin(WsContext page, Map<String, String> has) {
        BooleanSupplier stays = page.attribute(STAYS);
        Reader reader = new Reader(page.session, has.keySet(), stays == null ? () -> true : stays);
        readers.put(page, reader);
        parts.values().stream()
                .filter(part -> reader.shows(part.name()) && !part.version().equals(has.get(part.name())))
                .forEach(part -> reader.send(part.message()));
    }

    /** How many pages are open. */
    public int pages() {
        return readers.size();
    }
}
