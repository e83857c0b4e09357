package io.dgas.app.dashboard;

import io.dgas.adapter.web.system.Installed;
import io.dgas.adapter.web.system.Installed.Fact;
import io.dgas.adapter.web.system.Installed.Setting;
import io.dgas.app.environment.Build;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.StoreCondition;
import io.dgas.application.port.out.StorageException;
import java.util.List;

/** What runs here, and how it is set. */
record InstalledFacts(Installation installation) {

    Installed read() {
        return new Installed(versions(), settings());
    }

    private List<Fact> versions() {
        return List.of(
                new Fact("DGAS", Build.ofThisProgram().toString()),
                new Fact("Java", System.getProperty("java.runtime.version")),
                new Fact(
                        "System",
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " on "
                                + System.getProperty("os.arch")),
                new Fact("Database", database()),
                new Fact("Data folder", installation.dataDirectory().toString()));
    }

    private String database() {
        try {
            StoreCondition condition = installation.repositories().condition();
            return condition.server() + " at " + condition.database();
        } catch (StorageException away) {
            return String.valueOf(away.getMessage());
        }
    }

    /** Secrets are masked where settings are told. */
    private List<Setting> settings() {
        return installation.loadedSettings().effective().stream()
                .map(setting -> new Setting(setting.key(), setting.value(), setting.from()))
                .toList();
    }
}
