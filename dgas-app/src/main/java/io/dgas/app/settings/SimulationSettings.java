package io.dgas.app.settings;

import java.net.URI;
import java.util.Optional;

/** For demonstrations. */
public record SimulationSettings(
        @Setting(doc = "Where a simulator tells its time, for services to live in; none: this machine's clock.")
        Optional<URI> clockUrl) {}
