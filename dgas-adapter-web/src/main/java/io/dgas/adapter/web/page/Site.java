package io.dgas.adapter.web.page;

import io.dgas.adapter.web.Routes;
import io.dgas.adapter.web.live.Live;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All pages of one server, in the order of the navigation, with the files they need.
 */
public record Site(Appearance appearance, Live live, List<Page> pages) implements Routes {

    public Site {
        pages = List.copyOf(pages);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        Frame frame = new Frame(appearance, live, navigation());
        assets().forEach(asset -> routes.get(asset.path(), asset::send));
        live.addTo(routes);
        pages.forEach(page -> page.addTo(routes, frame));
        new ProblemPages(frame).addTo(routes);
    }

    private List<Place> navigation() {
        return pages.stream().map(Page::place).flatMap(Optional::stream).toList();
    }

    private Stream<Asset> assets() {
        Stream<Asset> own = pages.stream().flatMap(page -> page.assets().stream());
        return Stream.concat(Stream.of(Layout.STYLE, Layout.THEME, Layout.LIVE, Layout.ICON, Layout.HTMX), own);
    }
}
