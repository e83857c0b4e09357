package io.dgas.app.settings;

import java.util.List;

/**
 * Settings with how they came about.
 *
 * @param source the file as its user calls it, or that the defaults are in force
 * @param effective every key, in the order of the commented file
 * @param warnings what is not wrong but should be known
 */
public record LoadedSettings(
        Settings settings, String source, List<EffectiveSetting> effective, List<String> warnings) {

    public LoadedSettings {
        effective = List.copyOf(effective);
        warnings = List.copyOf(warnings);
    }
}
