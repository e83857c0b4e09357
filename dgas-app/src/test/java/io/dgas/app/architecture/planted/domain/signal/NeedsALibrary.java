package io.dgas.app.architecture.planted.domain.signal;

import org.slf4j.Logger;

/** Breaks a rule on purpose. */
public record NeedsALibrary(Logger log) {}
