package io.dgas.app.wiring;

import io.dgas.app.environment.DataDirectory;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.settings.LoadedSettings;
import io.dgas.app.settings.Settings;
import io.dgas.app.settings.SettingsSource;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The parts of this installation. Nothing is read or opened before it is asked for; closing closes what was opened. */
public final class Installation implements AutoCloseable {

    private final Environment environment;
    private final Output output;
    private final InstantSource clock;
    private final Invocation invocation = new Invocation();
    private @Nullable LoadedSettings settings;

    public Installation(Environment environment, Output output, InstantSource clock) {
        this.environment = environment;
        this.output = output;
        this.clock = clock;
    }

    public Environment environment() {
        return environment;
    }

    public Output output() {
        return output;
    }

    public InstantSource clock() {
        return clock;
    }

    public Invocation invocation() {
        return invocation;
    }

    /**
     * Settings with where they come from; warnings are told when they are read.
     *
     * @throws io.dgas.app.exit.ConfigurationProblem with everything that is wrong in them
     */
    public synchronized LoadedSettings loadedSettings() {
        if (settings == null) {
            settings = new SettingsSource(environment, invocation.configFile()).load();
            settings.warnings().forEach(output::note);
        }
        return settings;
    }

    public Settings settings() {
        return loadedSettings().settings();
    }

    public Path dataDirectory() {
        return DataDirectory.of(environment);
    }

    @Override
    public void close() {}
}
