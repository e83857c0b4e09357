package io.dgas.adapter.web;

import io.javalin.config.RoutesConfig;

/** Addresses that belong together, and what answers there. */
@FunctionalInterface
public interface Routes {

    void addTo(RoutesConfig routes);
}
