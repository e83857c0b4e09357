package io.dgas.app.wiring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the options for every command say; filled while the command line is read. */
public final class Invocation {

    private @Nullable String configFile;
    private boolean verbose;

    public void useConfigFile(String file) {
        configFile = file;
    }

    public void beVerbose(boolean yes) {
        verbose = yes;
    }

    public Optional<String> configFile() {
        return Optional.ofNullable(configFile);
    }

    public boolean isVerbose() {
        return verbose;
    }
}
