package io.dgas.app.data;

import picocli.CommandLine.Option;

/** What is wanted of files whose rows are not all good. Use as a {@code @Mixin}. */
final class BadRows {

    @Option(names = "--skip-bad", description = "Leave bad rows out and import the rest; without it one stops all.")
    private boolean skip;

    boolean areSkipped() {
        return skip;
    }
}
