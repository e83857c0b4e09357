package io.dgas.app.output;

import picocli.CommandLine.Option;

/** The option of every command that reports. Use as a {@code @Mixin}. */
public final class ReportFormat {

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    public boolean isJson() {
        return json;
    }
}
