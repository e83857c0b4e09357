package io.dgas.app.wiring;

import io.dgas.app.logging.LogFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the options for every command say; filled while the command line is read. */
public final class Invocation {

    private @Nullable String configFile;
    private @Nullable LogFormat logFormat;
    private @Nullable String logFile;
    private boolean verbose;

    public void useConfigFile(String file) {
        configFile = file;
    }

    public void logAs(LogFormat format) {
        logFormat = format;
    }

    public void logTo(String file) {
        logFile = file;
    }

    public void beVerbose(boolean yes) {
        verbose = yes;
    }

    public Optional<String> configFile() {
        return Optional.ofNullable(configFile);
    }

    public Optional<LogFormat> logFormat() {
        return Optional.ofNullable(logFormat);
    }

    public Optional<String> logFile() {
        return Optional.ofNullable(logFile);
    }

    public boolean isVerbose() {
        return verbose;
    }
}
