package io.dgas.adapter.web.page;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;

/** A page that stands in the layout of all; it registers itself with its place, its files and its addresses. */
public interface Page {

    /** Where the navigation leads to it; empty for one that is reached from others only. */
    Optional<Place> place();

    /** Files of its own, which its views name. */
    default List<Asset> assets() {
        return List.of();
    }

    /** Answers by showing views in the frame. */
    void addTo(RoutesConfig routes, Frame frame);
}
