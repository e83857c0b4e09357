package io.dgas.adapter.web.page;

import java.util.Optional;

/**
 * How all pages look until a reader chooses otherwise.
 *
 * @param remark what every reader has to know, such as that the market is simulated
 */
public record Appearance(Optional<String> remark, Theme theme) {}
