package io.dgas.adapter.web.page;

/**
 * Somewhere to go, in the navigation or as a way on.
 *
 * @param name as it is shown
 * @param path beginning with a slash
 */
public record Place(String name, String path) {}
