package io.dgas.app.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting as declared.
 *
 * @param path sections and name, such as {@code notifications.discord.enabled}
 * @param type of the value, or of each value of a list
 */
record SettingKey(String path, Class<?> type, Form form, Setting declared) {

    /** How many values it has. */
    enum Form {
        ONE,
        OPTIONAL,
        LIST
    }

    static SettingKey of(String path, RecordComponent component) {
        Setting declared = component.getAnnotation(Setting.class);
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return new SettingKey(path, inner(component), Form.OPTIONAL, declared);
        }
        return type == List.class
                ? new SettingKey(path, inner(component), Form.LIST, declared)
                : new SettingKey(path, type, Form.ONE, declared);
    }

    private static Class<?> inner(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    /** The environment variable that overrides the file. */
    String variable() {
        return declared.variable().isEmpty()
                ? "DGAS_" + path.replace('.', '_').toUpperCase(Locale.ROOT)
                : declared.variable();
    }

    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean isSecret() {
        return type == Secret.class
                || type == DatabaseUrl.class
                || type == WebhookUrl.class
                || type == LoginPassword.class
                || type == TokenHash.class;
    }
}
