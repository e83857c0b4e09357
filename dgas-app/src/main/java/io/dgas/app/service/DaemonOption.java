package io.dgas.app.service;

import picocli.CommandLine.Option;

/** The option of a command that runs a service; what has it logs like a service. */
public final class DaemonOption {

    static final String NAME = "--daemon";

    @Option(
            names = NAME,
            description = "Run detached from this terminal; what it says goes to the log folder of the data directory.")
    boolean isAsked;

    /** Whether another process is to run the service. */
    public boolean isAsked() {
        return isAsked;
    }
}
