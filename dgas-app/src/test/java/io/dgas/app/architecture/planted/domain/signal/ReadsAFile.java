package io.dgas.app.architecture.planted.domain.signal;

import java.nio.file.Path;

/** Breaks a rule on purpose. */
public record ReadsAFile(Path file) {}
