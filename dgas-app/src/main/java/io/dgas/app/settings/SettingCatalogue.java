package io.dgas.app.settings;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All settings and sections there are, read from the records, in their order; and the way back into the records. */
final class SettingCatalogue {

    private final Map<String, SettingKey> keys = new LinkedHashMap<>();
    private final Map<String, String> sections = new LinkedHashMap<>();

    SettingCatalogue() {
        collect("", Settings.class);
    }

    private void collect(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + snakeCase(component.getName());
            Section section = component.getAnnotation(Section.class);
            if (section != null) {
                sections.put(path, section.value());
                collect(path + ".", component.getType());
            } else {
                keys.put(path, SettingKey.of(path, component));
            }
        }
    }

    List<SettingKey> keys() {
        return List.copyOf(keys.values());
    }

    Optional<SettingKey> key(String path) {
        return Optional.ofNullable(keys.get(path));
    }

    boolean isSection(String path) {
        return sections.containsKey(path);
    }

    /** What each section is about, by its path. */
    Map<String, String> sections() {
        return sections;
    }

    /** Names of the keys and sections directly inside a section; the file itself is the section with an empty path. */
    List<String> names(String section) {
        List<String> names = new ArrayList<>(sections.keySet());
        names.addAll(keys.keySet());
        String prefix = section.isEmpty() ? "" : section + ".";
        return names.stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0)
                .map(path -> path.substring(prefix.length()))
                .toList();
    }

    /** The records filled with the value of each key. */
    Settings settings(Map<String, Object> values) {
        return filled("", Settings.class, values);
    }

    private static <R> R filled(String prefix, Class<R> type, Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            String path = prefix + snakeCase(components[i].getName());
            parts[i] = components[i].isAnnotationPresent(Section.class)
                    ? filled(path + ".", components[i].getType(), values)
                    : requireNonNull(values.get(path), path);
        }
        return made(type, parts);
    }

    private static <R> R made(Class<R> type, Object[] parts) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot fill " + type.getSimpleName(), e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
