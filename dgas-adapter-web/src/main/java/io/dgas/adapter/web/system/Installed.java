package io.dgas.adapter.web.system;

import java.util.List;

/**
 * What runs and how it is set.
 *
 * @param versions of the program and of what it runs on, by name
 * @param settings in force; no value of them is a secret
 */
public record Installed(List<Fact> versions, List<Setting> settings) {

    public Installed {
        versions = List.copyOf(versions);
        settings = List.copyOf(settings);
    }

    /** Something that is so. */
    public record Fact(String name, String value) {}

    /**
     * One setting.
     *
     * @param from where its value comes from
     */
    public record Setting(String key, String value, String from) {}
}
