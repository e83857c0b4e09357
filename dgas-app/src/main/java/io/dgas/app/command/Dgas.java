package io.dgas.app.command;

import io.dgas.app.logging.LogFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Invocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command tree and the options that every command takes, before or after its name. */
@Command(
        name = "dgas",
        description = "Drummond Geometry Analysis System: levels, states and trading signals from closed bars.",
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:yes, or done",
            "1:no, unhealthy, or failed",
            "2:the command line is wrong",
            "3:a setting is wrong or missing",
            "4:something outside cannot be reached"
        })
final class Dgas {

    private final Invocation invocation;

    Dgas(Installation installation) {
        invocation = installation.invocation();
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version, its commit and Java's.")
    boolean version;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings in YAML (default: DGAS_CONFIG, else dgas.yaml here or in ~/.config/dgas).")
    void config(String file) {
        invocation.useConfigFile(file);
    }

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            scope = ScopeType.INHERIT,
            description = "Lines of the log for people or for programs (default: DGAS_LOG_FORMAT, else text).")
    void logFormat(LogFormat format) {
        invocation.logAs(format);
    }

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Log to this file, which is rolled, instead of standard error (services: default DGAS_LOG_FILE).")
    void logFile(String file) {
        invocation.logTo(file);
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Tell more on standard error, stack traces included.")
    void verbose(boolean yes) {
        invocation.beVerbose(yes);
    }
}
