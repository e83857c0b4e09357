package io.dgas.app.settings;

import static java.util.Objects.requireNonNull;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.domain.market.Timeframe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides the value of each key, from variable, file or default, and reads it; gathers all that is wrong. */
final class SettingsReader {

    private static final Place DEFAULT = Place.of("default");

    private final SettingCatalogue catalogue;
    private final Variables variables;
    private final Optional<SettingsFile> file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    SettingsReader(SettingCatalogue catalogue, Variables variables, Optional<SettingsFile> file) {
        this.catalogue = catalogue;
        this.variables = variables;
        this.file = file;
    }

    LoadedSettings read(String source) {
        findings.addAll(variables.file().findings());
        file.ifPresent(written -> findings.addAll(written.findings()));
        catalogue.keys().forEach(this::readKey);
        SettingsFit fit = new SettingsFit(values, places);
        findings.addAll(fit.findings());
        if (!findings.isEmpty()) {
            throw new ConfigurationProblem(findings.stream()
                    .sorted(Finding.IN_ORDER)
                    .map(Finding::toString)
                    .toList());
        }
        List<String> warnings = Stream.concat(variables.file().warning().stream(), fit.warnings().stream())
                .toList();
        return new LoadedSettings(catalogue.settings(values), source, effective(), warnings);
    }

    private void readKey(SettingKey key) {
        WrittenValue written = written(key);
        places.put(key.path(), written.place());
        try {
            values.put(key.path(), ValueReader.read(key, written.texts()));
        } catch (IllegalArgumentException e) {
            find(key, written.place(), e);
        }
    }

    private WrittenValue written(SettingKey key) {
        return variables
                .find(key.variable())
                .map(variable -> new WrittenValue(texts(key, variable.value()), Place.of(variable.origin())))
                .or(() -> file.flatMap(written -> written.value(key.path())).map(value -> expanded(key, value)))
                .orElseGet(() -> new WrittenValue(texts(key, key.declared().byDefault()), DEFAULT));
    }

    private static List<String> texts(SettingKey key, String text) {
        return key.form() == SettingKey.Form.LIST ? List.of(text.split(",")) : List.of(text);
    }

    /** A secret whose variable is not set is absent: only what needs it will miss it. Anything else is wrong. */
    private WrittenValue expanded(SettingKey key, WrittenValue written) {
        List<String> texts = new ArrayList<>();
        for (String text : written.texts()) {
            texts.addAll(expanded(key, written.place(), text));
        }
        return new WrittenValue(texts, written.place());
    }

    private List<String> expanded(SettingKey key, Place place, String text) {
        try {
            Expansion expansion = Expansion.of(text, variables);
            boolean mayMiss = key.form() == SettingKey.Form.OPTIONAL;
            if (!expansion.missing().isEmpty() && !mayMiss) {
                throw new IllegalArgumentException("the variable " + String.join(" and ", expansion.missing())
                        + " is not set; set it, or write ${NAME:-otherwise}");
            }
            return expansion.missing().isEmpty() ? texts(key, expansion.text()) : List.of();
        } catch (IllegalArgumentException e) {
            find(key, place, e);
            return texts(key, key.declared().byDefault());
        }
    }

    private void find(SettingKey key, Place place, IllegalArgumentException problem) {
        findings.add(new Finding(place, key.path() + ": " + problem.getMessage()));
    }

    private List<EffectiveSetting> effective() {
        return catalogue.keys().stream()
                .map(SettingKey::path)
                .map(path -> new EffectiveSetting(
                        path,
                        shown(requireNonNull(values.get(path))),
                        requireNonNull(places.get(path)).toString()))
                .toList();
    }

    private static String shown(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Object::toString).orElse("");
            case List<?> list ->
                String.join(", ", list.stream().map(Object::toString).toList());
            case Timeframe timeframe -> timeframe.code();
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }
}
